import { median } from '../../rules/percentile';

/** With fewer stays of winners than this nothing can be learned from them, as for windows. */
export const enoughStays = 30;

const day = 86_400_000;

/** After how many whole days in a stage an opportunity is stale; null when nobody set it and too few winners were there. */
export interface Threshold {
  readonly days: number | null;
  /** Stays of won opportunities it was or could be learned from; null when it is set. */
  readonly learnedFrom: number | null;
}

/**
 * The threshold of a stage: what the organisation set; else twice the median time that won opportunities stayed there, in whole
 * days, rounded up. With fewer than 30 such stays there is none, and the stage is said to have too few cases.
 * Unit: days. Source: definitions, stale.
 */
export function chooseThreshold(setDays: number | null, winnersStayed: readonly number[]): Threshold {
  if (setDays !== null) return { days: setDays, learnedFrom: null };
  const middle = winnersStayed.length < enoughStays ? null : median(winnersStayed);
  return {
    days: middle === null ? null : Math.ceil((2 * middle) / day),
    learnedFrom: winnersStayed.length,
  };
}
