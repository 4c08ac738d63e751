import type { HandOffRow, MoveRow } from '../history/history';
import type { Whose } from './case';
import { isIn, type Setting } from './setting';
import { minutesWorked, whenWorked, workTimeOf } from './work-time';

/** An offer that was due in the period, and what became of it. */
export interface OfferCase {
  readonly of: 'offer';
  readonly fate: 'met' | 'breached' | 'running' | 'outside';
  /** Working minutes of the receiver until it was answered; null while it is not. */
  readonly minutes: number | null;
  readonly whose: Whose;
}

/** An answer is known from when it was given; before that the offer stood open. */
const knownAt = (row: HandOffRow, now: number): HandOffRow =>
  row.answeredAt !== null && row.answeredAt.getTime() > now
    ? { ...row, state: 'offered', answeredAt: null, answeredById: null, reasonKey: null }
    : row;

export const offersBy = ({ history, now }: Setting): HandOffRow[] =>
  history.handOffs.filter(({ offeredAt }) => offeredAt.getTime() <= now).map((row) => knownAt(row, now));

/** Accepted, rejected or touched by the receiving team by the time it was due is met; once breached stays breached. */
export function findOffers(setting: Setting): OfferCase[] {
  const { history, instants, now, creditOf } = setting;
  const teamOf = new Map(history.persons.map(({ id, teamId }) => [id, teamId]));
  return offersBy(setting)
    .map((row) => ({ ...row, due: dueOf(row, setting) }))
    .filter(({ due }) => isIn(instants, due))
    .map(({ due, ...row }): OfferCase => {
      const answered = isAnswer(row) ? (row.answeredAt?.getTime() ?? null) : null;
      const touch = firstOf(history.moves.filter((move) => isTouch(row, move, teamOf)));
      const reacted = [answered, touch].filter((at) => at !== null).toSorted((one, other) => one - other)[0] ?? null;
      const whose = {
        ...creditOf({
          opportunityId: row.opportunityId,
          ownerToId: (row.toPersonId ?? row.answeredById) as string,
          teamToId: row.toTeamId,
        }),
        personId: row.toPersonId ?? row.answeredById,
      };
      const minutes =
        reacted === null ? null : minutesWorked(workTimeOf(history, row.toTeamId), row.offeredAt.getTime(), reacted);
      return { of: 'offer', fate: fateOf(), minutes, whose };

      function fateOf(): OfferCase['fate'] {
        if (reacted !== null && reacted <= due) return 'met';
        const closed = row.reasonKey === 'closed' ? (row.answeredAt?.getTime() ?? null) : null;
        if (closed !== null && closed <= due) return 'outside';
        return due < now ? 'breached' : 'running';
      }
    });
}

/** The response time of its contract, counted in the receiver's working time. */
function dueOf({ contractId, toTeamId, offeredAt }: HandOffRow, { history, all }: Setting): number {
  const { responseMinutes } = all.contracts.find(({ id }) => id === contractId) ?? { responseMinutes: 0 };
  return whenWorked(workTimeOf(history, toTeamId), offeredAt.getTime(), responseMinutes);
}

/** Accepting is answering, whether or not it is given back later; so is rejecting. Running out and being closed are not. */
const isAnswer = ({ state, reasonKey }: HandOffRow): boolean =>
  state === 'accepted' || state === 'rejected' || (state === 'returned' && reasonKey !== 'closed');

const isTouch = (
  { opportunityId, offeredAt, answeredAt, toTeamId }: HandOffRow,
  move: MoveRow,
  teamOf: ReadonlyMap<string, string | null>,
): boolean =>
  move.opportunityId === opportunityId &&
  move.recordedAt >= offeredAt &&
  (answeredAt === null || move.recordedAt <= answeredAt) &&
  move.actorId !== null &&
  teamOf.get(move.actorId) === toTeamId;

const firstOf = (moves: readonly MoveRow[]): number | null =>
  moves.length === 0 ? null : Math.min(...moves.map(({ recordedAt }) => recordedAt.getTime()));
