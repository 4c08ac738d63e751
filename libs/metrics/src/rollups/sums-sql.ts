import type { Parameter } from '@tandem/database';
import type { PlainDate } from '@tandem/kernel';
import type { Reading } from '../rules/facts';
import type { FunnelMode } from '../rules/find-entries';
import { sliceBytes } from './rollup-tables';
import type { Cell } from './rules/cell';
import { modeBits } from './rules/cell';
import { byDay, planSpans, type Span } from './rules/plan-spans';
import { creditedIn, sliceKinds, type RollupSlice } from './rules/slices';

/** Whose sums are asked for, and as known when. */
export interface SumsAsked {
  readonly sliceKind: RollupSlice;
  /** Which slices; for `all` it is null alone. */
  readonly slices: readonly (string | null)[];
  readonly reading: Reading;
  /** The past day whose end is meant; null for everything there is. */
  readonly asOf: PlainDate | null;
  /** For sums of the funnel. */
  readonly mode?: FunnelMode;
}

/** Days, half-open. */
export interface AskedDays {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

interface Sql {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

interface Wanted {
  readonly select: string;
  readonly table: string;
  readonly group: string;
  /** Further conditions, each beginning with AND. */
  readonly beside?: Sql;
  /** From rows by day alone, because days are told apart. */
  readonly isByDay?: boolean;
}

/** One question a span of the plan, put together; each begins with the columns a table is ordered by. */
export function sumsSql(
  asked: SumsAsked,
  days: AskedDays,
  { select, table, group, beside = { sql: '', parameters: [] }, isByDay = false }: Wanted,
): Sql {
  const spans = isByDay ? byDay(days.from, days.until, asked.asOf) : planSpans(days.from, days.until, asked.asOf);
  const parts = spans.map((span) => {
    const where = whereOf(asked, span);
    return {
      sql: `SELECT ${select} FROM ${table} WHERE ${where.sql}${beside.sql}${group === '' ? '' : ` GROUP BY ${group}`}`,
      parameters: [...where.parameters, ...beside.parameters],
    };
  });
  return {
    sql: parts.map(({ sql }) => sql).join(' UNION ALL '),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

function whereOf({ sliceKind, slices, reading }: SumsAsked, span: Span): Sql {
  const { grain, from, until, knownFrom, knownUntil } = span;
  const conditions: [string, ...Parameter[]][] = [
    ['slice_kind = ?', sliceKinds[sliceKind]],
    ['slice IN (?)', slices.map((slice) => sliceBytes(sliceKind, slice))],
    ['grain = ?', grain],
    ['day >= ? AND day < ?', from, until],
    ['reading IN (?)', ['both', reading]],
    ...(knownFrom === null ? [] : [['known >= ?', knownFrom] as [string, Parameter]]),
    ...(knownUntil === null ? [] : [['known < ?', knownUntil] as [string, Parameter]]),
  ];
  return {
    sql: conditions.map(([sql]) => sql).join(' AND '),
    parameters: conditions.flatMap(([, ...parameters]) => parameters),
  };
}

/** Whether a cell of the tail belongs to what is asked for. */
export function isAsked(cell: Cell, { sliceKind, slices, reading, asOf, mode }: SumsAsked, { from, until }: AskedDays) {
  return (
    cell.day >= from &&
    cell.day < until &&
    (cell.reading === 'both' || cell.reading === reading) &&
    (asOf === null || cell.known <= asOf) &&
    (mode === undefined || !('modes' in cell) || (cell.modes & modeBits[mode]) > 0) &&
    slices.includes(creditedIn[sliceKind](cell.credit))
  );
}
