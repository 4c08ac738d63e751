import { ratio, type Ratio } from '../../rules/ratio';
import { fewCases, wilsonInterval, type Interval } from '../../rules/wilson-interval';
import { heldAt, sumHeld, type PipelineSum, type WeighedScope } from './follow-pipeline';
import type { PipelineDeal } from './move-pipeline';
import { stateBefore, type DealState } from './read-timeline';

/** One opportunity that was due in the period. */
export interface DueDeal {
  readonly opportunityId: string;
  /** At the start: whose it was, when it was due, what it was worth. */
  readonly state: DealState;
  /** At the end; null when it is no more. */
  readonly after: DealState | null;
  /** What it was worth at the start; null without an amount or a rate. */
  readonly minor: bigint | null;
  /** Where it slipped to: the month of its new close date as in `2026-08`, `no_date`, or `still_due` with a date in the period; null if it did not slip. */
  readonly went: string | null;
}

export interface Slippage {
  /** Open at the start with a close date in the period. */
  readonly due: PipelineSum;
  readonly slipped: PipelineSum;
  /** Of those due, by count and by value; null when nothing was due, or nothing with a value. */
  readonly share: Ratio | null;
  readonly shareOfValue: Ratio | null;
  /** Of the share by count, over fewer than 30 cases. */
  readonly interval: Interval | null;
  readonly went: readonly (Pick<PipelineSum, 'count' | 'minor'> & { readonly to: string })[];
  readonly deals: readonly DueDeal[];
}

/**
 * Slippage: open at the start of the period with a close date in it, still open at its end. The scope is that of the start, so
 * handing a deal on does not make it slip less, and it counts with what it was worth at the start, so that value shares are shares
 * of one sum. What was closed and reopened within the period is open at its end and has slipped.
 * Unit: count, minor units of the reporting currency, ratios. Edge cases: nothing due is n/a; what lacks an amount or a rate is in
 * the counts and in no value. Source: the log of moves, plan rates.
 */
export function measureSlippage(
  deals: readonly PipelineDeal[],
  { from, until, ...scope }: WeighedScope & { readonly from: number; readonly until: number },
): Slippage {
  const timelines = new Map(deals.map(({ opportunityId, timeline }) => [opportunityId, timeline]));
  const due = heldAt(deals, from, scope).map((held) => {
    const after = stateBefore(timelines.get(held.opportunityId) ?? [], until);
    return { ...held, after, went: after?.outcome === 'open' ? wentTo(after, scope) : null };
  });
  const slipped = due.filter(({ went }) => went !== null);
  const [all, left] = [sumHeld(due), sumHeld(slipped)];
  return {
    due: all,
    slipped: left,
    share: all.count === 0 ? null : ratio(BigInt(left.count), BigInt(all.count)),
    shareOfValue: all.minor === 0n ? null : ratio(left.minor, all.minor),
    interval: all.count < fewCases ? wilsonInterval(left.count, all.count) : null,
    went: [...new Set(slipped.map(({ went }) => went ?? ''))].sort().map((to) => {
      const { count, minor } = sumHeld(slipped.filter(({ went }) => went === to));
      return { to, count, minor };
    }),
    deals: due,
  };
}

function wentTo({ closeDate }: DealState, { closing }: WeighedScope): string {
  if (closeDate === null) return 'no_date';
  const isStillDue = closing !== null && closeDate >= closing.from && closeDate < closing.until;
  return isStillDue ? 'still_due' : closeDate.slice(0, 7);
}
