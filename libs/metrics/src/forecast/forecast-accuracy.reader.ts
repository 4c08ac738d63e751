import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { addDays, addMonths, daysBetween, money, type Money, type PlainDate } from '@tandem/kernel';
import { AskedPeriodReader, type AskedPeriod } from '../asked-period.reader';
import { FiguresReader, type FiguresAnswer } from '../figures.reader';
import type { Reading } from '../rules/facts';
import { note, type Note } from '../rules/figure-value';
import type { ForecastSnapshot } from './forecast-snapshot.entity';
import { netRevenueOf } from './forecast.reader';
import { ForecastSnapshotsRepository, wholeOrganisation } from './forecast-snapshots.repository';
import { judgeForecasts, type Judgement } from './rules/judge-forecasts';

/** Without a period, the quarters of two years back and the one to come. */
const monthsBack = 24;

export interface AccuracyQuestion {
  /** Which quarters: those that lie within it. */
  readonly period?: string | undefined;
  /** Snapshots are taken of teams and of the whole. */
  readonly teamId?: string | undefined;
  readonly reading?: Reading | undefined;
  readonly asOf?: string | Date | undefined;
}

/** What was called a forecast: what is won with what reps commit to, with their best cases too, the weighted one, and the middle of the range. */
export const judgedForecasts = ['commit', 'best_case', 'weighted', 'p50'] as const;

export type JudgedForecast = (typeof judgedForecasts)[number];

/** What was said at the end of a week, in minor units of the reporting currency. */
export interface PastForecast {
  readonly weekFrom: PlainDate;
  /** Whole weeks from the end of that week to the end of the period. */
  readonly leadWeeks: number;
  readonly wonMinor: bigint;
  readonly p10Minor: bigint;
  readonly p90Minor: bigint;
  readonly forecasts: Readonly<Record<JudgedForecast, bigint>>;
  /** Whether the actual lay from P10 to P90; null until it is known. */
  readonly isWithin: boolean | null;
}

/** A quarter with what was forecast of it week by week, and what it came to. */
export interface ForecastPeriod {
  readonly key: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** Null exactly when `unavailable` says why: it is not over. */
  readonly actual: Money | null;
  readonly unavailable: Note | null;
  readonly notes: readonly Note[];
  readonly snapshots: readonly PastForecast[];
}

/** How good the forecasts of so many weeks before the end were. */
export interface LeadJudgement {
  readonly leadWeeks: number;
  /** Periods that are over and have a snapshot of this lead. */
  readonly periods: number;
  /** Of these, how many ended within P10 to P90. */
  readonly within: number;
  readonly judgements: Readonly<Record<JudgedForecast, Judgement>>;
}

export interface ForecastAccuracy extends Pick<FiguresAnswer, 'asOf' | 'reading' | 'currency'> {
  /** Quarters within these days. */
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly leads: readonly LeadJudgement[];
  /** Why nothing can be judged: no period with a snapshot is over. */
  readonly unavailable: Note | null;
  readonly notes: readonly Note[];
  /** The newest first. */
  readonly periods: readonly ForecastPeriod[];
}

/** Holds past forecasts against what became of them, by how long before the end they were made. */
@Injectable()
export class ForecastAccuracyReader {
  constructor(
    private readonly database: Database,
    private readonly periods: AskedPeriodReader,
    private readonly snapshots: ForecastSnapshotsRepository,
    private readonly figures: FiguresReader,
  ) {}

  async accuracy(question: AccuracyQuestion = {}): Promise<ForecastAccuracy> {
    return this.database.snapshot(async () => {
      const asked = await this.periods.read(question.period, question.asOf);
      const span = question.period === undefined ? around(asked) : asked.period;
      const found = await this.snapshots.of(question.teamId ?? wholeOrganisation, span, asked.knownBy);
      // After a change of the reporting currency nothing compares with what was said before.
      const rows = found.filter(({ currency }) => currency === asked.currency);
      const periods: ForecastPeriod[] = [];
      for (const ofPeriod of byPeriod(rows)) periods.push(await this.period(ofPeriod, asked, question));
      const leads = judgeLeads(periods);
      return {
        asOf: asked.now,
        reading: question.reading ?? 'restated',
        currency: asked.currency,
        from: span.from,
        until: span.until,
        leads,
        unavailable: leads.length === 0 ? note('no_period_over') : null,
        notes: rows.length === found.length ? [] : [note('other_currency', { count: found.length - rows.length })],
        periods,
      };
    });
  }

  private async period(
    rows: readonly ForecastSnapshot[],
    { today, currency }: AskedPeriod,
    { teamId, reading, asOf }: AccuracyQuestion,
  ): Promise<ForecastPeriod> {
    const [first] = rows;
    if (!first) throw new Error('a period without a snapshot is not asked for');
    const { periodKey: key, periodFrom: from, periodUntil: until } = first;
    const isOver = until <= today;
    const { actual, notes } = isOver
      ? await this.actual({ period: `${from}..${addDays(until, -1)}`, filter: { teamId }, reading, asOf })
      : { actual: null, notes: [] };
    return {
      key,
      from,
      until,
      actual: actual === null ? null : money(actual, currency),
      unavailable: isOver ? null : note('period_running', { day: addDays(until, -1) }),
      notes,
      snapshots: rows.map((row) => pastForecast(row, actual)),
    };
  }

  /** Net revenue, which is what the won part of a forecast is. */
  private async actual(question: Parameters<FiguresReader['figures']>[0]) {
    const { minor, notes } = netRevenueOf((await this.figures.figures(question)).figures);
    return { actual: minor, notes };
  }
}

const around = ({ period }: AskedPeriod): { from: PlainDate; until: PlainDate } => ({
  from: addMonths(period.from, -monthsBack),
  until: addMonths(period.until, 3),
});

function byPeriod(rows: readonly ForecastSnapshot[]): Iterable<ForecastSnapshot[]> {
  const periods = new Map<string, ForecastSnapshot[]>();
  for (const row of rows) {
    const key = `${row.periodFrom} ${row.periodUntil}`;
    const known = periods.get(key);
    if (known) known.push(row);
    else periods.set(key, [row]);
  }
  return periods.values();
}

function pastForecast(row: ForecastSnapshot, actual: bigint | null): PastForecast {
  const [won, commit, bestCase] = [BigInt(row.wonMinor), BigInt(row.commitMinor), BigInt(row.bestCaseMinor)];
  const [p10Minor, p90Minor] = [BigInt(row.p10Minor), BigInt(row.p90Minor)];
  return {
    weekFrom: row.weekFrom,
    leadWeeks: Math.floor(daysBetween(addDays(row.weekFrom, 7), row.periodUntil) / 7),
    wonMinor: won,
    p10Minor,
    p90Minor,
    forecasts: {
      commit: won + commit,
      best_case: won + commit + bestCase,
      weighted: BigInt(row.weightedMinor),
      p50: BigInt(row.p50Minor),
    },
    isWithin: actual === null ? null : p10Minor <= actual && actual <= p90Minor,
  };
}

/** The shortest lead first. */
function judgeLeads(periods: readonly ForecastPeriod[]): LeadJudgement[] {
  const leads = new Map<number, { readonly snapshot: PastForecast; readonly actualMinor: bigint }[]>();
  for (const { actual, snapshots } of periods) {
    if (actual === null) continue;
    for (const snapshot of snapshots) {
      const known = leads.get(snapshot.leadWeeks) ?? [];
      leads.set(snapshot.leadWeeks, [...known, { snapshot, actualMinor: actual.amountMinor }]);
    }
  }
  return [...leads]
    .toSorted(([one], [other]) => one - other)
    .map(([leadWeeks, cases]) => {
      const judged = (forecast: JudgedForecast) =>
        judgeForecasts(
          cases.map(({ snapshot, actualMinor }) => ({ forecastMinor: snapshot.forecasts[forecast], actualMinor })),
        );
      return {
        leadWeeks,
        periods: cases.length,
        within: cases.filter(({ snapshot }) => snapshot.isWithin).length,
        judgements: {
          commit: judged('commit'),
          best_case: judged('best_case'),
          weighted: judged('weighted'),
          p50: judged('p50'),
        },
      };
    });
}
