// What a row of measured times comes to.

/** The value that a share of all are not above, by nearest rank; null of none. */
export function percentile(values, share) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** `{ count, median, p95, p99, most }` of times in milliseconds; of none they are null. */
export const summarise = (times) => ({
  count: times.length,
  median: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  p99: percentile(times, 0.99),
  most: percentile(times, 1),
});

/** How many times as long the one took as the other; null where one of them is not known. */
export const timesAsLong = (one, other) => (one === null || other === null || other === 0 ? null : one / other);
