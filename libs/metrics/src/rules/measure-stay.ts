import type { StageMove } from './find-entries';

/** How long an opportunity was in a stage or step, all visits together. */
export interface Stay {
  /** Milliseconds of all visits, the running one up to `now`. */
  readonly total: number;
  readonly visits: number;
  /** When the last visit ended; null while it is there. */
  readonly endedAt: number | null;
}

/**
 * Time in stage: the sum of all visits. A visit ends by leaving the stage or by closing without a win. Null when it never was there.
 * As reported, a move may tell an earlier instant than the one recorded before it, because that one was redated or taken back in
 * between: here nothing happens before what was told before it, so no visit is below 0 and no time is told twice.
 */
export function measureStay(log: readonly StageMove[], stageIds: readonly string[], now: number): Stay | null {
  let total = 0;
  let visits = 0;
  let since: number | null = null;
  let endedAt: number | null = null;
  let at = -Infinity;
  for (const { at: told, stageId, outcome } of log) {
    at = Math.max(at, told);
    const isThere = stageIds.includes(stageId) && (outcome === 'open' || outcome === 'won');
    if (isThere && since === null) {
      since = at;
      visits++;
    } else if (!isThere && since !== null) {
      total += at - since;
      endedAt = at;
      since = null;
    }
  }
  if (visits === 0) return null;
  return since === null ? { total, visits, endedAt } : { total: total + now - since, visits, endedAt: null };
}
