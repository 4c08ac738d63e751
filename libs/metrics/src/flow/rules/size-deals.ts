import { note, type Note } from '../../rules/figure-value';
import { medianMinor } from '../../rules/percentile';
import { divideHalfEven } from '../../rules/ratio';
import { sumWorth } from './sum-worth';

/** A line that won new business, or (negative) the one that takes it back. */
export interface SizeLine {
  readonly opportunityId: string;
  /** In the reporting currency at its frozen rate; null without one. */
  readonly valueMinor: bigint | null;
}

export interface DealSize {
  readonly bookingsMinor: bigint;
  readonly closings: number;
  /** Of these, expansions and won-back ones: they are closings, but no new business. */
  readonly otherClosings: number;
  readonly averageMinor: bigint | null;
  readonly unavailable: Note | null;
  /** The opportunity in the middle. */
  readonly medianMinor: bigint | null;
  /** Lines without a rate; they are in no sum. */
  readonly withoutValue: number;
}

/**
 * Average deal size: won positive new-business bookings ÷ closings. Unit: minor units of the reporting currency, half to even. What
 * was taken back in the period leaves both sides, credits and adjustments are on neither; renewals are no closings. No closing is
 * n/a. Beside it stands the median of what each opportunity was booked at. Source: bookings and the log of moves.
 */
export function sizeDeals(
  lines: readonly SizeLine[],
  closings: readonly { readonly sign: 1 | -1; readonly isNewBusiness: boolean }[],
): DealSize {
  const { valueMinor: bookingsMinor, withoutValue } = sumWorth(lines);
  const net = closings.reduce((total, { sign }) => total + sign, 0);
  const sums = {
    bookingsMinor,
    closings: net,
    otherClosings: closings.reduce((total, { sign, isNewBusiness }) => total + (isNewBusiness ? 0 : sign), 0),
    medianMinor: medianMinor(dealsOf(lines)),
    withoutValue,
  };
  if (net <= 0) return { ...sums, averageMinor: null, unavailable: note('no_closings') };
  return { ...sums, averageMinor: divideHalfEven(bookingsMinor, BigInt(net)), unavailable: null };
}

/** What each opportunity was booked at, without those that nothing is left of. */
function dealsOf(lines: readonly SizeLine[]): bigint[] {
  const deals = new Map<string, bigint>();
  for (const { opportunityId, valueMinor } of lines) {
    if (valueMinor !== null) deals.set(opportunityId, (deals.get(opportunityId) ?? 0n) + valueMinor);
  }
  return [...deals.values()].filter((minor) => minor > 0n);
}
