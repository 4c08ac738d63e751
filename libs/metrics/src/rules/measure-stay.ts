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
  const visits = newVisits();
  for (const move of log) visitOn(visits, move, stageIds);
  return stayOf(visits, now);
}

/** Visits so far, for whoever reads a log row by row. */
export interface Visits {
  total: number;
  count: number;
  /** Since when it is there; null while it is not. */
  since: number | null;
  endedAt: number | null;
  /** The latest instant that was told. */
  at: number;
}

export const newVisits = (): Visits => ({ total: 0, count: 0, since: null, endedAt: null, at: -Infinity });

/** Goes on with the next row of a log; says whether a visit began or ended with it. */
export function visitOn(
  visits: Visits,
  { at: told, stageId, outcome }: StageMove,
  stageIds: readonly string[],
): boolean {
  const at = Math.max(visits.at, told);
  visits.at = at;
  const isThere = (outcome === 'open' || outcome === 'won') && stageIds.includes(stageId);
  if (isThere && visits.since === null) {
    visits.since = at;
    visits.count++;
    return true;
  }
  if (isThere || visits.since === null) return false;
  visits.total += at - visits.since;
  visits.endedAt = at;
  visits.since = null;
  return true;
}

export function stayOf({ total, count: visits, since, endedAt }: Visits, now: number): Stay | null {
  if (visits === 0) return null;
  return since === null ? { total, visits, endedAt } : { total: total + now - since, visits, endedAt: null };
}
