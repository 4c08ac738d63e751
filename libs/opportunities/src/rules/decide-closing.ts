import {
  decideOpenDay,
  largestAmount,
  refusal,
  type Currency,
  type Money,
  type PlainDate,
  type Refusal,
} from '@tandem/kernel';
import type { TrackedState } from './tracked-state';

type Priced = Pick<TrackedState, 'amountMinor' | 'currency'> & { readonly costMinor?: bigint | null };

/** What there is to know about the day something closes. */
export interface ClosingDays {
  readonly today: PlainDate;
  /** The day of the instant it was true, when that is said; else today. */
  readonly happenedOn?: PlainDate;
  readonly lockedBefore?: PlainDate | null;
}

/** A closing day is a fact, so it cannot lie ahead; and not in a locked period, whose closings are counted. */
export function decideClosingDay(
  wished: PlainDate | undefined,
  { today, happenedOn = today, lockedBefore = null }: ClosingDays,
): PlainDate | Refusal {
  if (wished && wished > today) {
    return refusal('opportunity.close_date_ahead', `The day it closed cannot be after today, ${today}.`, {
      pointer: '/closeDate',
      today,
    });
  }
  return decideOpenDay(wished ?? happenedOn, lockedBefore, '/closeDate');
}

/**
 * The amount an opportunity may be given. A row of the log holds two amounts in one currency, so a known amount changes
 * its currency in two steps: emptied, then set anew.
 */
export function decideAmount(present: Priced, wished: Money): Pick<TrackedState, 'amountMinor' | 'currency'> | Refusal {
  if (wished.amountMinor < 0n) {
    return refusal('opportunity.amount_negative', 'An amount cannot be below 0.', { pointer: '/amount' });
  }
  if (wished.amountMinor > largestAmount) {
    return refusal('opportunity.amount_too_large', 'This amount is too large.', {
      pointer: '/amount',
      largest: largestAmount.toString(),
    });
  }
  const known = present.amountMinor ?? present.costMinor ?? null;
  if (known !== null && present.currency !== wished.currency) {
    return currencyFixed(present.currency, wished.currency, '/amount');
  }
  return { amountMinor: wished.amountMinor, currency: wished.currency };
}

/** Money changes its currency in two steps, so that no row of the log holds an amount in a currency it never was in. */
export const currencyFixed = (present: Currency, wished: Currency, pointer: string): Refusal =>
  refusal(
    'opportunity.currency_fixed',
    `Its money is in ${present}: empty amount and cost first, then set them in ${wished}.`,
    { pointer, present, wished },
  );
