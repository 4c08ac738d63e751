import { addDays, type PlainDate } from '@tandem/kernel';

/** Days, half-open. */
export interface Days {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/**
 * The days of entry whose window ends within some days: who entered on a day is decided when the whole day and the days of the window
 * after it are over (see `CohortRule.matureBefore`). Every entry is decided on exactly one day, so weeks beside each other share none.
 */
export const decidedDays = ({ from, until }: Days, windowDays: number): Days => ({
  from: addDays(from, -windowDays - 1),
  until: addDays(until, -windowDays - 1),
});
