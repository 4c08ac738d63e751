import { Injectable } from '@nestjs/common';
import { Database, type Parameter } from '@tandem/database';
import { addDays, type Currency, type PlainDate } from '@tandem/kernel';
import type { CohortCounts } from '../rules/convert-cohort';
import type { FunnelCounts, RowCounts } from '../rules/draw-funnel';
import { modeBits, type EntryMeasures } from './rules/cell';
import { cohortsOf, type AskedPair } from './rules/cohorts-of';
import { eachAsked, type CountsAsked } from './rules/packed-counts';
import { addEntries, eachLater, noEntries } from './rules/packed-entries';
import { planCuts } from './rules/plan-cuts';
import { sliceKinds } from './rules/slices';
import { dayNumber } from './rules/spread-funnel';
import { sliceBytes } from './rollup-tables';
import { isAsked, type AskedDays, type SumsAsked } from './sums-sql';
import type { Unfolded } from './unfolded.reader';

export interface FunnelSumsQuestion {
  readonly asked: SumsAsked & Required<Pick<SumsAsked, 'mode'>>;
  readonly days: AskedDays;
  readonly previous: AskedDays;
  readonly yearBefore: AskedDays;
  readonly currency: Currency;
  /** The rows asked for, with the number each has in the sums. */
  readonly rows: readonly { readonly key: string; readonly kept: number }[];
  readonly windowDays: (from: number, to: number) => number;
  /** The day before which one must have entered for a window of so many days to be over. */
  readonly matureBefore: (windowDays: number) => PlainDate;
  /** By row, what each entry in another currency is worth; asked for only where there are any. */
  readonly valuedAbroad: () => Promise<readonly (readonly bigint[])[]>;
}

interface EntryPart {
  readonly period: number;
  readonly row: number;
  readonly day: PlainDate;
  readonly currency: string;
  readonly measures: EntryMeasures;
}

interface EntryRow {
  readonly period: number;
  readonly row: number;
  readonly day: PlainDate;
  readonly currency: string;
  readonly entered: string;
  readonly implied: string;
  readonly undated: string;
  readonly valued: string;
  readonly value: string;
}

interface PackedRow {
  readonly period: number;
  readonly row: number;
  readonly day: PlainDate;
  readonly packed: Buffer;
}

/** Days of one of the periods that are asked about, and where they are to be cut. */
interface Part {
  readonly days: AskedDays;
  readonly cuts: readonly PlainDate[];
}

interface Pair {
  readonly from: number;
  readonly to: number;
}

/** Counts a funnel from the sums and what they lack. */
@Injectable()
export class FunnelSumsReader {
  constructor(private readonly database: Database) {}

  async counts(unfolded: Unfolded, question: FunnelSumsQuestion): Promise<FunnelCounts> {
    const { rows, windowDays, matureBefore, currency, asked } = question;
    const [days, previous, yearBefore] = [question.days, question.previous, question.yearBefore].map((span) =>
      knownOf(span, asked),
    ) as [AskedDays, AskedDays, AskedDays];
    const entries = await this.entries(unfolded, question, [{ days, cuts: [] }]);
    const isAbroad = (part: { readonly currency: string }) => part.currency !== '' && part.currency !== currency;
    const abroad = entries.some((part) => part.measures.valued > 0 && isAbroad(part))
      ? await question.valuedAbroad()
      : [];
    const stays = await this.stays(unfolded, question, days);
    const counted = rows.map(({ key, kept }, place): RowCounts & { readonly key: string } => {
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
        stays: stays.get(kept) ?? new Map<number, number>(),
      };
    });
    const wanted = pairsOf(counted);
    const pairs = wanted.map(({ from, to }): AskedPair => {
      const window = windowDays(from, to);
      return {
        from: rows[from]?.kept ?? -1,
        to: rows[to]?.kept ?? -1,
        windowDays: window,
        matureBefore: matureBefore(window),
      };
    });
    const cohorts = await this.cohorts(unfolded, question, [days, previous, yearBefore], pairs);
    const of = (period: number) => {
      const byPair = new Map(wanted.map(({ from, to }, place) => [`${from} ${to}`, cohorts[period]?.[place]]));
      return (from: number, to: number): CohortCounts =>
        byPair.get(`${from} ${to}`) ?? { entered: 0, mature: 0, converted: 0 };
    };
    return { rows: counted, cohort: of(0), earlier: of(1), yearAgo: of(2), windowDays };
  }

  /** First entries of some parts, by row, currency and day; a month that no cut goes through stands as its first day. */
  private async entries({ cells }: Unfolded, { asked, rows }: FunnelSumsQuestion, parts: readonly Part[]) {
    const { mode, reading, asOf } = asked;
    const beside = { sql: ' AND reading IN (?) AND modes & ?', parameters: [['both', reading], modeBits[mode]] };
    const kept = await this.ask<EntryRow>(asked, rows, parts, {
      table: 'rollup_entry',
      select: `currency, SUM(entered_count) AS entered, SUM(implied_count) AS implied, SUM(undated_count) AS undated,
        SUM(valued_count) AS valued, SUM(value_minor) AS value`,
      beside,
      group: ', currency',
    });
    const unknown =
      asOf === null
        ? []
        : await this.ask<PackedRow & Pick<EntryRow, 'currency'>>(asked, rows, parts, {
            table: 'rollup_entry',
            select: 'currency, later AS packed',
            beside: { ...beside, sql: `${beside.sql} AND later <> ''` },
            group: null,
          });
    return [
      ...kept.map(({ period, row, day, currency, value, ...counts }): EntryPart => ({
        period,
        row,
        day,
        currency,
        measures: {
          entered: Number(counts.entered),
          implied: Number(counts.implied),
          undated: Number(counts.undated),
          valued: Number(counts.valued),
          valueMinor: BigInt(value),
        },
      })),
      ...unknown.map(({ packed, ...part }): EntryPart => ({ ...part, measures: learnedAfter(packed, asOf) })),
      ...parts.flatMap(({ days }, period) =>
        cells.flatMap((cell): EntryPart[] =>
          cell.kind === 'entry' && isAsked(cell, asked, days)
            ? [{ period, row: cell.row, day: cell.day, currency: cell.currency, measures: cell.measures }]
            : [],
        ),
      ),
    ];
  }

  /** By row, how often a completed stay had each length. */
  private async stays({ cells }: Unfolded, { asked, rows }: FunnelSumsQuestion, days: AskedDays) {
    const tallies = new Map<number, Map<number, number>>();
    const add = (row: number, hours: number, stays: number) => {
      const tally = tallies.get(row) ?? new Map<number, number>();
      tallies.set(row, tally.set(hours, (tally.get(hours) ?? 0) + stays));
    };
    const found = await this.ask<PackedRow>(asked, rows, [{ days, cuts: [] }], {
      table: 'rollup_stay',
      select: 'stays AS packed',
      group: null,
    });
    for (const { row, packed } of found)
      eachAsked(packed, countsAsked(asked), (_, hours, stays) => add(row, hours, stays));
    for (const cell of cells) {
      if (cell.kind === 'stay' && isAsked(cell, asked, days)) add(cell.row, cell.hours, cell.measures.stays);
    }
    return tallies;
  }

  /** Of each period the cohorts of some pairs; conversions are read only as far as some window is over. */
  private async cohorts(
    unfolded: Unfolded,
    question: FunnelSumsQuestion,
    periods: readonly AskedDays[],
    pairs: readonly AskedPair[],
  ): Promise<CohortCounts[][]> {
    const { asked, rows } = question;
    const cuts = [...new Set(pairs.map(({ matureBefore }) => matureBefore))].sort();
    const last = cuts.at(-1);
    const entered = await this.entries(
      unfolded,
      question,
      periods.map((days) => ({ days, cuts })),
    );
    const reached = await this.ask<PackedRow>(
      asked,
      rows,
      periods.map((days) => ({ days: last === undefined ? { ...days, until: days.from } : until(days, last), cuts })),
      { table: 'rollup_conversion', select: 'reached AS packed', group: null },
    );
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

  /** One statement for all parts; each of its questions begins with the columns a table is ordered by. */
  private async ask<Row>(
    { sliceKind, slices }: SumsAsked,
    rows: FunnelSumsQuestion['rows'],
    parts: readonly Part[],
    wanted: {
      readonly table: string;
      readonly select: string;
      readonly beside?: { readonly sql: string; readonly parameters: readonly Parameter[] };
      /** Further columns to add up by; null for the rows as they are. */
      readonly group: string | null;
    },
  ): Promise<Row[]> {
    const { table, select, beside = { sql: '', parameters: [] }, group } = wanted;
    const questions = parts.flatMap(({ days, cuts }, period) =>
      planCuts(days.from, days.until, cuts).map(({ grain, from, until: end }) => ({
        sql: `SELECT ${period} AS period, stage_row AS \`row\`, day, ${select} FROM ${table}
          WHERE slice_kind = ? AND slice IN (?) AND grain = ? AND stage_row IN (?) AND day >= ? AND day < ?${beside.sql}
          ${group === null ? '' : `GROUP BY stage_row, day${group}`}`,
        parameters: [
          sliceKinds[sliceKind],
          slices.map((slice) => sliceBytes(sliceKind, slice)),
          grain,
          rows.map(({ kept }) => kept),
          from,
          end,
          ...beside.parameters,
        ],
      })),
    );
    if (questions.length === 0 || rows.length === 0) return [];
    return this.database.query<Row>(
      questions.map(({ sql }) => sql).join(' UNION ALL '),
      questions.flatMap(({ parameters }) => parameters),
    );
  }
}

const countsAsked = ({ mode, reading, asOf }: FunnelSumsQuestion['asked']): CountsAsked => ({
  mode: modeBits[mode],
  reading,
  knownBy: asOf === null ? Infinity : dayNumber(asOf),
});

/** As of a past day nothing after it is known, and rows by month would tell of it. */
const knownOf = (days: AskedDays, { asOf }: SumsAsked): AskedDays =>
  asOf === null ? days : until(days, addDays(asOf, 1));

function until({ from, until: end }: AskedDays, day: PlainDate): AskedDays {
  if (day <= from) return { from, until: from };
  return { from, until: day < end ? day : end };
}

/** What of some entries became known only after a day, to be taken away. */
function learnedAfter(later: Buffer, asOf: PlainDate | null): EntryMeasures {
  const day = asOf === null ? Infinity : dayNumber(asOf);
  let learned = noEntries;
  eachLater(later, (known, measures) => {
    if (known > day) learned = addEntries(learned, measures);
  });
  return {
    entered: -learned.entered,
    implied: -learned.implied,
    undated: -learned.undated,
    valued: -learned.valued,
    valueMinor: -learned.valueMinor,
  };
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
