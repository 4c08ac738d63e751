import { dayIn, type Day } from '../calendar';
import { inOrder } from '../exact';
import type { History, MoveRow } from '../history/history';
import { logsOf, readLog, type Event, type Reading } from '../history/read-log';
import type { Closing } from './book';
import { officesOf } from './find-places';

type Untyped = Omit<Closing, 'isRenewal'>;

/**
 * Entries into won and lost, dated by the close date; as reported also their being taken back, on the local day of the reopening but
 * never before the closing itself, and of the same person, team and source. As restated only what stands in the end.
 */
export function findClosings(history: History, reading: Reading): Closing[] {
  return [...logsOf(history.moves)].flatMap(([opportunityId, moves]) => {
    const isRenewal = history.opportunities.some(
      ({ id, bookingType }) => id === opportunityId && bookingType === 'renewal',
    );
    const told = tellClosings(readLog(moves, reading), history);
    const counted = reading === 'reported' ? told : told.slice(-1).filter(({ sign }) => sign === 1);
    return counted.map((closing) => ({ ...closing, isRenewal }));
  });
}

function tellClosings(events: readonly Event[], history: History): Untyped[] {
  const officeOf = officesOf(history);
  const zone = history.organisation[0]?.zone ?? 'UTC';
  const told: Untyped[] = [];
  for (const { move, at, takesBack } of events) {
    const last = told.at(-1);
    const standing = last?.sign === 1 ? last : null;
    const day = dayIn(zone, at);
    if (move.outcomeFrom === move.outcomeTo) {
      // What stays closed and is told anew never was otherwise.
      if (standing && !takesBack) told[told.length - 1] = { ...standing, ...correctionOf(move, history) };
      continue;
    }
    if (standing) told.push({ ...standing, sign: -1, day: day < standing.day ? standing.day : day });
    const { outcomeTo: outcome, ownerToId: ownerId, teamToId: teamId } = move;
    if (outcome !== 'won' && outcome !== 'lost') continue;
    const closedOn = takesBack ? day : (move.closeDateTo ?? day);
    const credit = { ownerId, teamId, officeId: officeOf(teamId), sourceId: sourceAt(move, history) };
    told.push({ outcome, sign: 1, day: closedOn, move, ...credit });
  }
  return told;
}

/** A later row that leaves the outcome may say another close date, or book another line for another source. */
function correctionOf(move: MoveRow, { bookings }: History): { readonly day?: Day; readonly sourceId?: string | null } {
  const line = bookings.find(({ moveId, reversesId }) => moveId === move.id && reversesId === null);
  return {
    ...(move.closeDateTo !== null && move.closeDateTo !== move.closeDateFrom ? { day: move.closeDateTo } : {}),
    ...(move.outcomeTo === 'won' && line ? { sourceId: line.sourceId } : {}),
  };
}

/** The source of the moment: of a win that of its line, else the one the opportunity had when this row was its last. */
function sourceAt(move: MoveRow, history: History): string | null {
  const line = history.bookings.find(({ moveId, reversesId }) => moveId === move.id && reversesId === null);
  if (move.outcomeTo === 'won' && line) return line.sourceId;
  const opportunity = history.opportunities.find(({ id }) => id === move.opportunityId);
  const later = history.audit.filter(
    ({ objectKind, objectId, beforeState }) =>
      objectKind === 'opportunity' &&
      objectId === move.opportunityId &&
      Number(beforeState?.['version']) >= move.version,
  );
  const byVersion = inOrder(
    later,
    (one, other) => Number(one.beforeState?.['version']) < Number(other.beforeState?.['version']),
  );
  const told = byVersion.find(({ beforeState }) => beforeState?.['sourceId'] !== undefined);
  return told ? (told.beforeState?.['sourceId'] as string | null) : (opportunity?.sourceId ?? null);
}
