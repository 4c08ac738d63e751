import type { Wishes } from './read-behind';

/**
 * What the address says of pipeline and reasons; without a word of it all pipeline, which stands in sums while that of the period is read from
 * logs, the target and net revenue.
 */
export const readWishes = (parameter: (name: string) => string | null): Wishes => ({
  closing: parameter('closing') === 'in_period' ? 'in_period' : 'any',
  against: parameter('why') === 'previous' ? 'previous' : 'target',
  measure: parameter('measure') === 'gross_profit' ? 'gross_profit' : 'net_revenue',
});
