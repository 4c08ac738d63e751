import type { Day } from '../calendar';
import { total } from '../exact';
import { plannedWorth } from '../funnel/follow-deals';
import type { History, MoveRow } from '../history/history';

/** What a row of the log is worth in the reporting currency, at the plan rate of the period that begins on a day. */
export const worthOn =
  (history: History, day: Day) =>
  (move: MoveRow): bigint | null =>
    plannedWorth(move, history, day);

/** A sum that says how many cases are not in it. */
export function wordsOfWorth(cases: readonly { readonly minor: bigint | null }[]): string {
  const known = cases.flatMap(({ minor }) => (minor === null ? [] : [minor]));
  return `${cases.length} worth ${total(known)} without ${cases.length - known.length}`;
}
