import { beginOf, plusDays, type Span } from '../calendar';
import type { History, SnapshotRow } from '../history/history';
import { standAt } from '../history/stand-at';
import { isLikely } from './is-likely';
import { forecast, openOf, sumOf } from './weigh-deals';

/** What a snapshot must have said. */
export interface Recalled {
  readonly weekFrom: string;
  readonly leadWeeks: number;
  readonly won: bigint;
  readonly commit: bigint;
  readonly bestCase: bigint;
  readonly weighted: bigint;
  /** What chance decided, as it was kept. */
  readonly p10: bigint;
  readonly p50: bigint;
  readonly p90: bigint;
  readonly isLikely: boolean;
}

const dayMs = 86_400_000;
const everybody = '00000000-0000-0000-0000-000000000000';

/** The snapshots of a team or of everybody whose period lies within some days. */
export const snapshotsOf = ({ snapshots }: History, scopeId: string | null, { from, until }: Span): SnapshotRow[] =>
  snapshots.filter(
    (row) => row.scopeId === (scopeId ?? everybody) && row.periodFrom >= from && row.periodUntil <= until,
  );

/**
 * What was forecast at the end of a week, reckoned again from what was recorded by then. What somebody told only after the snapshot
 * was kept, as if it had been known all along, it cannot have held: ids ascend with the time they were given.
 */
export function recall(history: History, row: SnapshotRow): Recalled {
  const known = recalled.get(history) ?? new Map<string, Recalled>();
  recalled.set(history, known);
  const found = known.get(row.id) ?? reckon(history, row);
  known.set(row.id, found);
  return found;
}

/** Every question about a history asks for the same. */
const recalled = new WeakMap<History, Map<string, Recalled>>();

function reckon(history: History, row: SnapshotRow): Recalled {
  const { weekFrom, scopeId, periodFrom, periodUntil } = row;
  const present = new Date(beginOf(history.organisation[0]?.zone ?? 'UTC', plusDays(weekFrom, 7)) - 1);
  const told = {
    ...history,
    moves: history.moves.filter(({ id }) => id < row.id),
    bookings: history.bookings.filter(({ id }) => id < row.id),
  };
  const said = forecast(standAt(told, present, present), {
    period: { from: periodFrom, until: periodUntil },
    reading: 'restated',
    scope: scopeId === everybody ? {} : { teamId: scopeId },
    present,
  });
  const open = openOf(said);
  const called = (category: string): bigint => sumOf(open.filter((deal) => deal.category === category)).worth;
  const range = { p10: row.p10Minor, p50: row.p50Minor, p90: row.p90Minor };
  return {
    weekFrom,
    leadWeeks: Math.floor((Date.parse(periodUntil) - Date.parse(plusDays(weekFrom, 7))) / dayMs / 7),
    won: said.won,
    commit: said.won + called('commit'),
    bestCase: said.won + called('commit') + called('best_case'),
    weighted: said.won + sumOf(open).weighted,
    ...range,
    isLikely: isLikely(range, said),
  };
}
