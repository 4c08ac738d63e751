import { windowFrom, type FunnelDeal } from './count-funnel';

/** By row and later row, the window in days that nobody has set. */
export type LearnedWindows = readonly (readonly number[])[];

/**
 * Windows in days from each of `rows` rows to each, as past winners took for it: the 90th percentile in whole days, at least one; 90
 * where there are too few winners (`chooseWindow`). They depend on nothing but the winners' first entries.
 */
export function learnWindows(winners: readonly Pick<FunnelDeal, 'entries'>[], rows: number): LearnedWindows {
  const places = Array.from({ length: rows }, (_, place) => place);
  return places.map((from) => places.map((to) => windowFrom(null, winners, from, to)));
}
