import { holds, type Span } from '../calendar';
import type { Scope } from '../books/book';
import { officesOf } from '../books/find-places';
import { instantsOf, plannedWorth } from '../funnel/follow-deals';
import type { History } from '../history/history';
import type { Reading } from '../history/read-log';
import { followStates, type Followed, type State } from './follow-states';

/** `in_period`: what is expected to close in the period. `any`: all that is open. */
export type Closing = 'in_period' | 'any';

/** The pipeline that a question is about: its deals, its scope, its two ends, and what anything is worth in it. */
export interface Pipe {
  /** Of the source asked for, whosever they are. */
  readonly deals: readonly Followed[];
  readonly period: Span;
  readonly from: number;
  readonly until: number;
  /** Whether the period is over. */
  readonly isOver: boolean;
  readonly isMine: (state: State) => boolean;
  /** Whether it closes, or closed, in the days asked about. */
  readonly closesWithin: (state: State) => boolean;
  /** Open and closing in these days, whosever it is. */
  readonly isDue: (state: State | null) => boolean;
  /** The same of the scope alone. */
  readonly isHeld: (state: State | null) => state is State;
  /** At the plan rate of the period: 0 without an amount, null without a rate. */
  readonly worth: (state: State) => bigint | null;
  /** At that of the period to come, once this one is over. */
  readonly worthAtEnd: (state: State) => bigint | null;
}

export interface AskedPipe {
  readonly period: Span;
  readonly reading: Reading;
  readonly closing: Closing;
  readonly scope: Scope;
  /** The present of the answer. */
  readonly present: Date;
}

export function layPipe(stood: History, { period, reading, closing, scope, present }: AskedPipe): Pipe {
  const begins = instantsOf(period, stood.organisation[0]?.zone ?? 'UTC');
  const now = present.getTime() + 1;
  const until = Math.min(begins.until, now);
  const isOver = now >= begins.until;
  const officeOf = officesOf(stood);
  const closesWithin = ({ move: { closeDateTo } }: State): boolean =>
    closing === 'any' || (closeDateTo !== null && holds(period, closeDateTo));
  const isMine = ({ ownerId, teamId }: State): boolean =>
    (!('personId' in scope) || scope.personId === ownerId) &&
    (!('teamId' in scope) || scope.teamId === teamId) &&
    (!('officeId' in scope) || scope.officeId === officeOf(teamId));
  const isDue = (state: State | null): boolean => state?.move.outcomeTo === 'open' && closesWithin(state);
  const worthOn =
    (day: string) =>
    ({ move }: State): bigint | null =>
      move.amountToMinor === null ? 0n : plannedWorth(move, stood, day);
  return {
    deals: followStates(stood, reading).filter(({ sourceId }) => !('sourceId' in scope) || scope.sourceId === sourceId),
    period,
    from: Math.min(begins.from, until),
    until,
    isOver,
    isMine,
    closesWithin,
    isDue,
    isHeld: (state): state is State => state !== null && isDue(state) && isMine(state),
    worth: worthOn(period.from),
    worthAtEnd: worthOn(isOver ? period.until : period.from),
  };
}
