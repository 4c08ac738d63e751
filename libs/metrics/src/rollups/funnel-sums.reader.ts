import { Injectable } from '@nestjs/common';
import { addDays, type Currency, type PlainDate } from '@tandem/kernel';
import type { CohortCounts } from '../rules/convert-cohort';
import type { FunnelCounts, RowCounts } from '../rules/draw-funnel';
import { countsAsked, FunnelPartsReader, type EntryPart, type FunnelPartsQuestion } from './funnel-parts.reader';
import type { EntryMeasures } from './rules/cell';
import { cohortsOf, type AskedPair } from './rules/cohorts-of';
import { addEntries, noEntries } from './rules/packed-entries';
import { isAsked, type AskedDays, type SumsAsked } from './sums-sql';
import type { Unfolded } from './unfolded.reader';

/** Whose funnel is asked for, and its rows, with the number each has in the sums. */
export interface KeptRows extends FunnelPartsQuestion {
  readonly rows: readonly { readonly key: string; readonly kept: number }[];
}

export interface EntrySumsQuestion extends KeptRows {
  readonly days: AskedDays;
  readonly currency: Currency;
  /** By row, what each entry in another currency is worth; asked for only where there are any. */
  readonly valuedAbroad: () => Promise<readonly (readonly bigint[])[]>;
}

export interface FunnelSumsQuestion extends EntrySumsQuestion {
  readonly previous: AskedDays;
  readonly yearBefore: AskedDays;
  readonly windowDays: (from: number, to: number) => number;
  /** The day before which one must have entered for a window of so many days to be over. */
  readonly matureBefore: (windowDays: number) => PlainDate;
}

/** What a row counts of first entries. */
export type EntryCounts = Omit<RowCounts, 'stays'> & { readonly key: string };

interface Pair {
  readonly from: number;
  readonly to: number;
}

/** Those who entered a row on some days, asked whether they came to another. */
export interface AskedCohort extends Pair {
  readonly days: AskedDays;
}

/** Counts a funnel from the sums and what they lack. */
@Injectable()
export class FunnelSumsReader {
  constructor(private readonly parts: FunnelPartsReader) {}

  async counts(unfolded: Unfolded, question: FunnelSumsQuestion): Promise<FunnelCounts> {
    const { rows, windowDays, matureBefore, asked } = question;
    const [days, previous, yearBefore] = [question.days, question.previous, question.yearBefore].map((span) =>
      knownOf(span, asked),
    ) as [AskedDays, AskedDays, AskedDays];
    const [entered, stays] = await Promise.all([
      this.entered(unfolded, question),
      this.parts.stays(unfolded, question, days),
    ]);
    const counted = entered.map((row, place) => ({
      ...row,
      stays: stays.get(rows[place]?.kept ?? -1) ?? new Map<number, number>(),
    }));
    const wanted = pairsOf(counted);
    const pairs = wanted.map((pair): AskedPair => {
      const window = windowDays(pair.from, pair.to);
      return { ...keptPair(rows, pair), windowDays: window, matureBefore: matureBefore(window) };
    });
    const cohorts = await this.cohorts(unfolded, question, [days, previous, yearBefore], pairs);
    const of = (period: number) => {
      const byPair = new Map(wanted.map(({ from, to }, place) => [`${from} ${to}`, cohorts[period]?.[place]]));
      return (from: number, to: number): CohortCounts => byPair.get(`${from} ${to}`) ?? nobody;
    };
    return { rows: counted, cohort: of(0), earlier: of(1), yearAgo: of(2), windowDays };
  }

  /** First entries alone, row by row. */
  async entered(unfolded: Unfolded, question: EntrySumsQuestion): Promise<EntryCounts[]> {
    const { rows, currency } = question;
    const days = knownOf(question.days, question.asked);
    const entries = await this.parts.entries(unfolded, question, [{ days, cuts: [] }]);
    const isAbroad = (part: { readonly currency: string }) => part.currency !== '' && part.currency !== currency;
    const abroad = entries.some((part) => part.measures.valued > 0 && isAbroad(part))
      ? await question.valuedAbroad()
      : [];
    return rows.map(({ key, kept }, place) => {
      const of = entries.filter(({ row }) => row === kept);
      const all = sumOf(of);
      const home = sumOf(of.filter((part) => !isAbroad(part)));
      const worths = abroad[place] ?? [];
      return {
        key,
        entered: all.entered,
        implied: all.implied,
        undated: all.undated,
        valueMinor: worths.reduce((total, worth) => total + worth, home.valueMinor),
        withoutValue: all.entered - home.valued - worths.length,
      };
    });
  }

  /** Cohorts that have days of their own each. */
  async cohortsOfDays(
    unfolded: Unfolded,
    question: KeptRows,
    wanted: readonly AskedCohort[],
    ruleOf: (from: number, to: number) => Pick<AskedPair, 'windowDays' | 'matureBefore'>,
  ): Promise<CohortCounts[]> {
    const nameOf = ({ days }: AskedCohort) => `${days.from} ${days.until}`;
    // Steps with the same window ask about the same days.
    const spans = new Map(wanted.map((one) => [nameOf(one), knownOf(one.days, question.asked)]));
    const places = new Map([...spans.keys()].map((name, place) => [name, place]));
    const pairs = wanted.map((one): AskedPair => ({
      ...keptPair(question.rows, one),
      ...ruleOf(one.from, one.to),
    }));
    const cohorts = await this.cohorts(unfolded, question, [...spans.values()], pairs);
    return wanted.map((one, place) => cohorts[places.get(nameOf(one)) ?? -1]?.[place] ?? nobody);
  }

  /** Of each period the cohorts of some pairs; conversions are read only as far as some window is over. */
  private async cohorts(
    unfolded: Unfolded,
    question: FunnelPartsQuestion,
    periods: readonly AskedDays[],
    pairs: readonly AskedPair[],
  ): Promise<CohortCounts[][]> {
    const { asked } = question;
    const cuts = [...new Set(pairs.map(({ matureBefore }) => matureBefore))].sort();
    const last = cuts.at(-1);
    const [entered, reached] = await Promise.all([
      this.parts.entries(
        unfolded,
        question,
        periods.map((days) => ({ days, cuts })),
      ),
      this.parts.reached(
        question,
        periods.map((days) => ({ days: last === undefined ? { ...days, until: days.from } : until(days, last), cuts })),
      ),
    ]);
    return periods.map((days, period) =>
      cohortsOf(
        pairs,
        {
          entered: entered
            .filter((part) => part.period === period)
            .map(({ row, day, measures }) => ({ row, day, entered: measures.entered })),
          reached: reached
            .filter((part) => part.period === period)
            .map(({ row, day, packed }) => ({ row, day, bytes: packed })),
          unfolded: unfolded.cells.flatMap((cell) =>
            cell.kind === 'conversion' && isAsked(cell, asked, days)
              ? [{ row: cell.from, day: cell.day, to: cell.to, elapsedDays: cell.elapsedDays, ...cell.measures }]
              : [],
          ),
        },
        countsAsked(asked),
      ),
    );
  }
}

const nobody: CohortCounts = { entered: 0, mature: 0, converted: 0 };

const keptPair = (rows: KeptRows['rows'], { from, to }: Pair): Pair => ({
  from: rows[from]?.kept ?? -1,
  to: rows[to]?.kept ?? -1,
});

/** As of a past day nothing after it is known, and rows by month would tell of it. */
const knownOf = (days: AskedDays, { asOf }: SumsAsked): AskedDays =>
  asOf === null ? days : until(days, addDays(asOf, 1));

function until({ from, until: end }: AskedDays, day: PlainDate): AskedDays {
  if (day <= from) return { from, until: from };
  return { from, until: day < end ? day : end };
}

const sumOf = (parts: readonly EntryPart[]): EntryMeasures =>
  parts.reduce((total, { measures }) => addEntries(total, measures), noEntries);

/** What a funnel is drawn with: from each row to the next, and from the first that was entered to those behind it. */
function pairsOf(rows: readonly Pick<RowCounts, 'entered'>[]): Pair[] {
  const first = rows.findIndex(({ entered }) => entered > 0);
  return rows.flatMap((_, to) => [
    ...(to > 0 ? [{ from: to - 1, to }] : []),
    ...(first >= 0 && to > first + 1 ? [{ from: first, to }] : []),
  ]);
}
