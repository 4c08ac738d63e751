import type { Closing } from '../books/book';
import { findClosings } from '../books/find-closings';
import { holds, type Day } from '../calendar';
import type { MoveRow } from '../history/history';
import type { Setting } from './setting';
import type { Whose } from './case';

/** A closing of the period, or its being taken back, with whose it is. */
export interface Decision {
  readonly opportunityId: string;
  /** The row of the log that closed it. */
  readonly move: MoveRow;
  readonly outcome: 'won' | 'lost';
  readonly sign: 1 | -1;
  readonly day: Day;
  readonly isRenewal: boolean;
  readonly minor: bigint | null;
  readonly whose: Whose;
}

/** Closings of the scoreboard: each keeps the person, team and source of its moment, and is worth what it was worth then. */
export const decisionsOf = ({ history, reading, period, creditOf, worthOf }: Setting): Decision[] =>
  findClosings(history, reading)
    .filter(({ day }) => holds(period, day))
    .map(({ outcome, sign, day, isRenewal, move, sourceId }: Closing) => ({
      opportunityId: move.opportunityId,
      move,
      outcome,
      sign,
      day,
      isRenewal,
      minor: worthOf(move),
      whose: { ...creditOf(move), sourceId },
    }));
