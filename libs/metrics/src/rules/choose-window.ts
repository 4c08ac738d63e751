import { percentile } from './percentile';

/** With fewer winners than this nothing can be learned from them. */
export const enoughWinners = 30;

/** Days, when there are too few winners to learn from. */
export const fallbackDays = 90;

const day = 86_400_000;

/**
 * The window of a transition: what the organisation set; else the 90th percentile of the time past winners took for it, in
 * whole days and at least one; else 90 days.
 */
export function chooseWindow(setDays: number | null, winnersTook: readonly number[]): number {
  if (setDays !== null) return setDays;
  if (winnersTook.length < enoughWinners) return fallbackDays;
  const longest = percentile(winnersTook, 90) ?? fallbackDays * day;
  return Math.max(1, Math.ceil(longest / day));
}
