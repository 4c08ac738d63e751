import type { PlainDate } from '@tandem/kernel';
import type { DueFate } from './count-drivers';

/** A row of the log as far as being due goes, in the order of the log. */
export interface DueMove {
  /** Milliseconds. */
  readonly at: number;
  /** The place of its stage among the open ones; the last one for stages of wins. */
  readonly stage: number;
  readonly outcome: 'open' | 'won' | 'lost' | 'cancelled';
  readonly closeDate: PlainDate | null;
  readonly isInferred: boolean;
}

/** The period in which deals are due, as far as it is over. */
export interface DueSpan {
  /** Milliseconds, half-open; it ends now while the period still runs. */
  readonly from: number;
  readonly until: number;
  readonly days: { readonly from: PlainDate; readonly until: PlainDate };
  /** The planned cycle in milliseconds; null when nothing says how long it is. */
  readonly cycle: number | null;
}

/**
 * What became of a deal that is open at the end of a period: *slipped* when it was open at the start with a close date in it; *late* when
 * at the planned cycle it would have been decided by then. Anything else was not due yet: null. A deal whose beginning
 * nobody dated is never late. Source: the log of moves.
 */
export function judgeOpenDeal(log: readonly DueMove[], { from, until, days, cycle }: DueSpan): DueFate | null {
  const end = log.findLast(({ at }) => at < until);
  if (!end || end.outcome !== 'open') return null;
  const start = log.findLast(({ at }) => at < from);
  const planned = start?.outcome === 'open' ? start.closeDate : null;
  if (planned !== null && planned >= days.from && planned < days.until) return 'slipped';
  const [first] = log;
  const isDue = cycle !== null && first && !first.isInferred && first.at + cycle < until;
  return isDue ? 'late' : null;
}

/** The furthest open stage a deal had reached by an instant; steps back do not undo it. */
export const furthestStage = (log: readonly DueMove[], until: number): number =>
  log.reduce((furthest, { at, stage }) => (at < until ? Math.max(furthest, stage) : furthest), 0);
