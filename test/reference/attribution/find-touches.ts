import type { TraitedLine } from '../books/trait-lines';
import { survivorsOf } from '../books/find-places';
import { momentsOf, winOf } from '../books/find-win';
import { inOrder } from '../exact';
import type { History } from '../history/history';
import type { TouchRow } from '../history/money-rows';
import type { Reading } from '../history/read-log';

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
  if (!win) throw new Error('nothing is booked of what nobody won');
  const { openedAt, wonAt } = momentsOf(win, history, reading);
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

const accountOf = (accountId: string | null, history: History, reading: Reading): string | null =>
  accountId !== null && reading === 'restated' ? survivorsOf(history)(accountId) : accountId;
