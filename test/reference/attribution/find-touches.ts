import type { TraitedLine } from '../books/trait-lines';
import { survivorsOf } from '../books/find-places';
import { inOrder } from '../exact';
import type { BookingRow, History, TouchRow } from '../history/history';
import { logsOf, readLog, type Reading } from '../history/read-log';

/** What touched the buyer before a line was won, in order, and when the opportunity opened. */
export interface Touched {
  readonly line: TraitedLine;
  readonly touches: readonly TouchRow[];
  readonly openedAt: number;
}

const yearMs = 365 * 86_400_000;

/**
 * The touches up to the moment a win was true: its opportunity's own, and of the last 365 days those of its account alone. What takes
 * back or gives back has those of what it refers to, an adjustment those of the latest win recorded before it. As reported only
 * touches count that had been recorded when the win was.
 */
export function findTouches(line: TraitedLine, history: History, reading: Reading): Touched {
  const win = winOf(line.row, history);
  const log = readLog(logsOf(history.moves).get(line.opportunityId) ?? [], reading);
  const openedAt = log.find(({ move }) => move.seq === 1)?.at ?? 0;
  const wonAt = log.find(({ move }) => move.id === win?.moveId)?.at;
  if (!win || wonAt === undefined) return { line, touches: [], openedAt };
  const accountId = accountOf(line.accountId, history, reading);
  const touches = history.touches.filter((touch) => {
    if (touch.at.getTime() > wonAt) return false;
    if (reading === 'reported' && touch.recordedAt > win.recordedAt) return false;
    if (touch.opportunityId !== null) return touch.opportunityId === line.opportunityId;
    const isAccounts = accountId !== null && accountOf(touch.accountId, history, reading) === accountId;
    return isAccounts && touch.at.getTime() >= wonAt - yearMs;
  });
  const ordered = inOrder(
    touches,
    (one, other) => one.at < other.at || (one.at.getTime() === other.at.getTime() && one.id < other.id),
  );
  return { line, touches: ordered, openedAt };
}

/** The line of the win that a line goes back to. */
function winOf(row: BookingRow, history: History): BookingRow | null {
  const { bookings } = history;
  const referred = row.reversesId ?? row.creditOfId;
  if (referred !== null) {
    const found = bookings.find(({ id }) => id === referred);
    return found ? winOf(found, history) : null;
  }
  if (row.moveId !== null) return row;
  const wins = bookings.filter(
    (one) =>
      one.opportunityId === row.opportunityId &&
      one.moveId !== null &&
      one.reversesId === null &&
      one.recordedAt <= row.recordedAt,
  );
  return inOrder(wins, (one, other) => one.recordedAt > other.recordedAt)[0] ?? null;
}

const accountOf = (accountId: string | null, history: History, reading: Reading): string | null =>
  accountId !== null && reading === 'restated' ? survivorsOf(history)(accountId) : accountId;
