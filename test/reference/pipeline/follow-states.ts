import { beginOf, plusDays, type Day } from '../calendar';
import { valueOf } from '../books/find-lines';
import { inOrder } from '../exact';
import type { BookingRow, History, MoveRow } from '../history/history';
import { logsOf, readLog, type Event, type Reading } from '../history/read-log';

/** What a deal was from an instant on, until its next state begins. */
export interface State {
  /** Milliseconds. */
  readonly at: number;
  /** The row that says what it was: amount, currency, close date, stage, probability. */
  readonly move: MoveRow;
  readonly ownerId: string;
  readonly teamId: string;
  /** The line that a win booked. */
  readonly line: BookingRow | null;
  /** What that line is worth in the reporting currency; null without a line or a rate. */
  readonly bookedMinor: bigint | null;
}

/** A deal as a series of states, oldest first. */
export interface Followed {
  readonly id: string;
  readonly sourceId: string | null;
  readonly states: readonly State[];
}

/** A state while its log is still being read: which rows made it, and when the first of them was told. */
interface Draft {
  readonly told: number;
  readonly at: number;
  readonly takesBack: boolean;
  readonly moves: readonly [MoveRow, ...MoveRow[]];
}

/** Every deal there is, as a reading has it. */
export const followStates = (history: History, reading: Reading): Followed[] =>
  [...logsOf(history.moves)].map(([id, moves]) => {
    const drafts = draftStates(readLog(moves, reading), history);
    return {
      id,
      sourceId: history.opportunities.find((row) => row.id === id)?.sourceId ?? null,
      states: drafts.map((draft, place) => {
        const { moves: rows, at } = draft;
        const line = lineOf(rows, {
          log: reading === 'restated' ? moves : [],
          until: drafts[place + 1]?.moves[0].seq ?? Infinity,
          history,
        });
        return {
          at,
          move: rows.at(-1) ?? rows[0],
          ownerId: rows[0].ownerToId,
          teamId: rows[0].teamToId,
          line,
          bookedMinor: line && valueOf(history, line, reading).minor,
        };
      }),
    };
  });

/**
 * A closing begins on its close date, or with the row that tells it where that was earlier; what is taken back leads back on its own
 * day. A row that leaves a closed deal closed corrects the closing, and what takes such a row back corrects nothing. No state begins before the one in front of it.
 */
function draftStates(events: readonly Event[], { organisation }: History): Draft[] {
  const zone = organisation[0]?.zone ?? 'UTC';
  const drafts: Draft[] = [];
  for (const { move, at, takesBack } of events) {
    const last = drafts.at(-1);
    const corrects = last && move.outcomeTo !== 'open' && last.moves[0].outcomeTo === move.outcomeTo;
    if (corrects && takesBack) continue;
    if (corrects) drafts.pop();
    const draft = corrects
      ? { ...last, moves: [...last.moves, move] as Draft['moves'] }
      : { told: at, takesBack, moves: [move] as Draft['moves'] };
    drafts.push({ ...draft, at: Math.max(drafts.at(-1)?.at ?? -Infinity, beginningOf(draft, zone)) });
  }
  return drafts;
}

function beginningOf({ told, takesBack, moves }: Omit<Draft, 'at'>, zone: string): number {
  const closedOn: Day | null = moves[0].outcomeTo === 'open' || takesBack ? null : (moves.at(-1)?.closeDateTo ?? null);
  return closedOn === null ? told : Math.min(told, beginOf(zone, plusDays(closedOn, 1)) - 1);
}

/** The last line that these rows of a win booked; one that stands again was posted by the row that leads back to them. */
function lineOf(
  rows: Draft['moves'],
  { log, until, history }: { readonly log: readonly MoveRow[]; readonly until: number; readonly history: History },
): BookingRow | null {
  if (rows[0].outcomeTo !== 'won') return null;
  const last = Math.max(...rows.map(({ seq }) => seq));
  const leadBack = log.filter(
    ({ seq, correction, outcomeTo }) => correction === 'withdraw' && outcomeTo === 'won' && seq > last && seq < until,
  );
  const posting = inOrder([...rows, ...leadBack], (one, other) => one.seq < other.seq);
  const lines = posting.flatMap(({ id }) =>
    history.bookings.filter(({ moveId, reversesId }) => moveId === id && reversesId === null),
  );
  return lines.at(-1) ?? null;
}

/** How it stood the moment before an instant; null when it was not there yet. */
export const standingBefore = ({ states }: Followed, instant: number): State | null =>
  states.findLast(({ at }) => at < instant) ?? null;
