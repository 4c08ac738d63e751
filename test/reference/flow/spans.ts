import { inOrder } from '../exact';

/** The middle one (of two their mean), and those that three quarters and nine tenths do not exceed. */
export interface Spans {
  readonly count: number;
  readonly median: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
}

export function spansOf(all: readonly number[], told: (span: number) => number = (span) => span): Spans {
  const sorted = inOrder(all, (one, other) => one < other);
  const rank = (hundredths: number) => sorted[Math.ceil((sorted.length * hundredths) / 100) - 1];
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  const median = lower === undefined || upper === undefined ? undefined : (lower + upper) / 2;
  const shown = (span: number | undefined) => (span === undefined ? null : told(span));
  return { count: sorted.length, median: shown(median), p75: shown(rank(75)), p90: shown(rank(90)) };
}

export const wordsOfSpans = ({ count, median, p75, p90 }: Spans): string => `${count}: ${median}, ${p75}, ${p90}`;

const dayMs = 86_400_000;

/** Milliseconds as days to a tenth. */
export const inTenths = (span: number): number => Math.round((span / dayMs) * 10) / 10;
