import type { Wishes } from './read-behind';

/** What the address says of pipeline and reasons; without a word of it, the pipeline of the period, the target and net revenue. */
export const readWishes = (parameter: (name: string) => string | null): Wishes => ({
  closing: parameter('closing') === 'any' ? 'any' : 'in_period',
  against: parameter('why') === 'previous' ? 'previous' : 'target',
  measure: parameter('measure') === 'gross_profit' ? 'gross_profit' : 'net_revenue',
});
