import { inOrder } from '../exact';
import type { BookingRow, History } from '../history/history';
import { logsOf, readLog, type Reading } from '../history/read-log';

/**
 * The line of the win that a line goes back to: what takes back or gives back goes by what it refers to; an adjustment, and a line that
 * stands again, by the latest win of their opportunity recorded before.
 */
export function winOf(row: BookingRow, history: History): BookingRow | null {
  const { bookings } = history;
  const referred = row.reversesId ?? row.creditOfId;
  if (referred !== null) {
    const found = bookings.find(({ id }) => id === referred);
    return found ? winOf(found, history) : null;
  }
  if (row.moveId !== null && row.adjustsDate === null) return row;
  const wins = bookings.filter(
    (one) =>
      one.opportunityId === row.opportunityId &&
      one.moveId !== null &&
      one.reversesId === null &&
      one.adjustsDate === null &&
      one.recordedAt <= row.recordedAt,
  );
  return (
    inOrder(
      wins,
      (one, other) =>
        one.recordedAt > other.recordedAt ||
        (one.recordedAt.getTime() === other.recordedAt.getTime() && one.id > other.id),
    )[0] ?? null
  );
}

/** When the opportunity of a line opened, and when the win of the line was true, in milliseconds; as restated where they were corrected to. Of what has no log, the beginning of time. */
export function momentsOf(
  { opportunityId, moveId }: BookingRow,
  history: History,
  reading: Reading,
): { readonly openedAt: number; readonly wonAt: number } {
  const moves = logsOf(history.moves).get(opportunityId) ?? [];
  const log = readLog(moves, reading);
  const first = log.find(({ move }) => move.seq === 1);
  const written = moves.find(({ id }) => id === moveId);
  const won = log.find(({ move }) => move.id === moveId)?.at ?? written?.at.getTime();
  return { openedAt: first?.at ?? 0, wonAt: won ?? 0 };
}
