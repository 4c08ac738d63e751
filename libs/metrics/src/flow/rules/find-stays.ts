import { stayHours, type RowOutline, type Span } from '../../rules/count-funnel';
import type { Entry, FunnelStep } from '../../rules/find-entries';
import { foldDeal } from '../../rules/fold-deal';
import type { FlowMove } from './flow-move';

/** A stay of one opportunity in a row of the funnel. */
export interface RowStay {
  /** The key of the row. */
  readonly row: string;
  /** Completed in the span, still going on, or of nobody knows how long. */
  readonly of: 'completed' | 'running' | 'undated';
  /** All visits together, the running one up to now; completed ones to the hour or day that the funnel counts them by. */
  readonly milliseconds: number;
  /** Milliseconds of the instant it ended; null while it goes on. */
  readonly endedAt: number | null;
  /** The first entry: whose it was then, the stay is credited to. */
  readonly entry: Entry;
}

export interface StaysFacts {
  /** In the order of the funnel. */
  readonly stages: readonly FunnelStep[];
  readonly rows: readonly RowOutline[];
  readonly span: Span;
  readonly now: number;
}

const hour = 3_600_000;

/**
 * Time in stage of one opportunity: all visits together. Unit: milliseconds. Completed when it was left for the last time, in the
 * span of that instant, as the median of the funnel has it; running where it is open now, whenever it came. A won opportunity waits
 * for nothing, so nothing runs there. When nobody knows when it came, how long it stayed is not known either. As in the funnel, rows
 * that change neither stage nor outcome (an amount, an owner) tell nothing of a stay.
 */
export function findStays(log: readonly FlowMove[], { stages, rows, span, now }: StaysFacts): RowStay[] {
  const deal = foldDeal(stepsIn(log), { stages, rows, mode: 'ordered', now });
  const isOpen = log.at(-1)?.outcome === 'open';
  return rows.flatMap(({ key }, place): RowStay[] => {
    const [stay, entry] = [deal.stays[place], deal.entries[place]];
    if (!stay || !entry) return [];
    const { endedAt } = stay;
    const isOver = endedAt !== null && endedAt >= span.from && endedAt < span.until;
    const milliseconds = isOver ? stayHours(stay) * hour : stay.total;
    if (!isOver && (endedAt !== null || !isOpen)) return [];
    const known = isOver ? 'completed' : 'running';
    return [{ row: key, of: entry.isInferred ? 'undated' : known, milliseconds, endedAt, entry }];
  });
}

const stepsIn = (log: readonly FlowMove[]): FlowMove[] =>
  log.filter(({ stageId, outcome }, place) => {
    const before = log[place - 1];
    return before?.stageId !== stageId || before.outcome !== outcome;
  });
