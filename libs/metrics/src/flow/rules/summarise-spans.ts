import { median, percentile } from '../../rules/percentile';

/** How long things took; every number is null without any. */
export interface Spans {
  readonly count: number;
  readonly median: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
}

/**
 * Median, 75th and 90th percentile of spans of time, in the unit they are given in. The median of an even number is the mean of
 * the two in the middle, the percentiles are by nearest rank; so all three lie between the shortest and the longest. Nothing is n/a.
 */
export const summariseSpans = (spans: readonly number[]): Spans => ({
  count: spans.length,
  median: median(spans),
  p75: percentile(spans, 75),
  p90: percentile(spans, 90),
});
