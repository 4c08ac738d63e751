import { Injectable } from '@nestjs/common';
import { Database, type Parameter } from '@tandem/database';
import type { PlainDate } from '@tandem/kernel';
import { modeBits, type EntryMeasures } from './rules/cell';
import { eachAsked, type CountsAsked } from './rules/packed-counts';
import { addEntries, eachLater, noEntries } from './rules/packed-entries';
import { planCuts } from './rules/plan-cuts';
import { sliceKinds } from './rules/slices';
import { dayNumber } from './rules/day-number';
import { sliceBytes } from './rollup-tables';
import { isAsked, type AskedDays, type SumsAsked } from './sums-sql';
import type { Unfolded } from './unfolded.reader';

/** Whose funnel is asked for, and which of its rows, by the numbers they have in the sums. */
export interface FunnelPartsQuestion {
  readonly asked: SumsAsked & Required<Pick<SumsAsked, 'mode'>>;
  readonly rows: readonly { readonly kept: number }[];
}

/** First entries into one row in one of the parts; a month that no cut goes through stands as its first day. */
export interface EntryPart {
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

export interface PackedRow {
  readonly period: number;
  readonly row: number;
  readonly day: PlainDate;
  readonly packed: Buffer;
}

/** Days of one of the periods that are asked about, and where they are to be cut. */
export interface Part {
  readonly days: AskedDays;
  readonly cuts: readonly PlainDate[];
}

/** Reads of the sums of a funnel what stands on some days. */
@Injectable()
export class FunnelPartsReader {
  constructor(private readonly database: Database) {}

  /** First entries of some parts, by row, currency and day. */
  async entries(
    { cells }: Unfolded,
    { asked, rows }: FunnelPartsQuestion,
    parts: readonly Part[],
  ): Promise<EntryPart[]> {
    const { mode, reading, asOf } = asked;
    const beside = { sql: ' AND reading IN (?) AND modes & ?', parameters: [['both', reading], modeBits[mode]] };
    const [kept, unknown] = await Promise.all([
      this.ask<EntryRow>(asked, rows, parts, {
        table: 'rollup_entry',
        select: `currency, SUM(entered_count) AS entered, SUM(implied_count) AS implied, SUM(undated_count) AS undated,
          SUM(valued_count) AS valued, SUM(value_minor) AS value`,
        beside,
        group: ', currency',
      }),
      asOf === null
        ? []
        : this.ask<PackedRow & Pick<EntryRow, 'currency'>>(asked, rows, parts, {
            table: 'rollup_entry',
            select: 'currency, later AS packed',
            beside: { ...beside, sql: `${beside.sql} AND later <> ''` },
            group: null,
          }),
    ]);
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
  async stays({ cells }: Unfolded, { asked, rows }: FunnelPartsQuestion, days: AskedDays) {
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

  /** Who came from each row to others, packed. */
  reached({ asked, rows }: FunnelPartsQuestion, parts: readonly Part[]): Promise<PackedRow[]> {
    return this.ask<PackedRow>(asked, rows, parts, {
      table: 'rollup_conversion',
      select: 'reached AS packed',
      group: null,
    });
  }

  /** One statement for all parts; each of its questions begins with the columns a table is ordered by. */
  private async ask<Row>(
    { sliceKind, slices }: SumsAsked,
    rows: FunnelPartsQuestion['rows'],
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

export const countsAsked = ({ mode, reading, asOf }: FunnelPartsQuestion['asked']): CountsAsked => ({
  mode: modeBits[mode],
  reading,
  knownBy: asOf === null ? Infinity : dayNumber(asOf),
});

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
