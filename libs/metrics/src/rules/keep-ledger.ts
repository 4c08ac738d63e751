import type { BookingFact, ClosingEvent, Ledger } from './facts';
import { findNewCustomers, type CustomerHistory } from './find-new-customers';
import { readBookings } from './read-bookings';

export interface Gathered
  extends Pick<Ledger, 'reading' | 'currency' | 'newCustomerVariant' | 'expenses'>, Omit<CustomerHistory, 'bookings'> {
  /** Every line of the days at hand, taken back or not. */
  readonly lines: readonly BookingFact[];
  readonly closings: readonly ClosingEvent[];
}

/**
 * One reading of what happened. A win is credited to the source its booking kept, because the opportunity may have been given
 * another one since.
 */
export function keepLedger({ lines, closings, earlier, parents, winBackMonths, ...rest }: Gathered): Ledger {
  const { reading } = rest;
  const bookings = readBookings(lines, reading);
  const sources = new Map(bookings.map(({ opportunityId, sourceId }) => [opportunityId, sourceId]));
  return {
    ...rest,
    bookings,
    newCustomers: findNewCustomers({ bookings: lines, earlier, parents, winBackMonths, reading }),
    closings: closings.map((closing) => {
      const booked = closing.outcome === 'won' ? sources.get(closing.opportunityId) : undefined;
      return booked === undefined || booked === closing.sourceId ? closing : { ...closing, sourceId: booked };
    }),
  };
}
