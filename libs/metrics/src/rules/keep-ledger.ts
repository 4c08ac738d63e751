import type { BookingFact, Ledger } from './facts';
import { findNewCustomers, type CustomerHistory } from './find-new-customers';
import { readBookings } from './read-bookings';

export interface Gathered
  extends
    Pick<Ledger, 'reading' | 'currency' | 'newCustomerVariant' | 'closings' | 'expenses'>,
    Omit<CustomerHistory, 'bookings'> {
  /** Every line of the days at hand, taken back or not. */
  readonly lines: readonly BookingFact[];
}

/** One reading of what happened. */
export function keepLedger({ lines, earlier, parents, winBackMonths, ...rest }: Gathered): Ledger {
  const { reading } = rest;
  return {
    ...rest,
    bookings: readBookings(lines, reading),
    newCustomers: findNewCustomers({ bookings: lines, earlier, parents, winBackMonths, reading }),
  };
}
