import { note, type Note } from './figure-value';
import type { SalesSums } from './sum-sales';

/** Says that a total of revenue is partial, when a rate was missing. */
export const revenueNotes = ({ unconvertible }: Pick<SalesSums, 'unconvertible'>): Note[] =>
  unconvertible === 0 ? [] : [note('partial_total', { count: unconvertible })];
