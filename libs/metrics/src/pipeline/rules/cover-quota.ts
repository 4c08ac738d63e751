import { note, type Note } from '../../rules/figure-value';
import { ratio, type Ratio } from '../../rules/ratio';

export interface Cover {
  /** Pipeline ÷ what it has to cover; null exactly when it is met or n/a. */
  readonly coverage: Ratio | null;
  /** The quota is booked already: nothing is left to cover. */
  readonly isMet: boolean;
  /** Why it is n/a. */
  readonly unavailable: Note | null;
}

export interface CoverFacts {
  /** Open pipeline closing in the period. */
  readonly pipelineMinor: bigint;
  /** Bookings of the period so far; 0 at its start. */
  readonly wonMinor: bigint;
  /** Null when nobody has set one. */
  readonly quotaMinor: bigint | null;
  /** Why there can be no quota, as for a source. */
  readonly unavailable: Note | null;
}

/**
 * Coverage: open pipeline closing in the period ÷ (quota − won). At the start nothing is won yet: pipeline ÷ quota. Unit: ratio; 3 is
 * three times what is needed. Edge cases: a quota that is reached or passed is *met* and has no coverage; a missing quota or one of 0
 * is n/a, never infinite. Refunds make won smaller, so to go may be more than the quota.
 * Source: the log of moves at the plan rate of the period, booking lines, the latest revision of each quota.
 */
export function coverQuota({ pipelineMinor, wonMinor, quotaMinor, unavailable }: CoverFacts): Cover {
  if (unavailable) return none(unavailable);
  if (quotaMinor === null) return none(note('quota_missing'));
  if (quotaMinor === 0n) return none(note('quota_zero'));
  if (wonMinor >= quotaMinor) return { coverage: null, isMet: true, unavailable: null };
  return { coverage: ratio(pipelineMinor, quotaMinor - wonMinor), isMet: false, unavailable: null };
}

const none = (unavailable: Note): Cover => ({ coverage: null, isMet: false, unavailable });
