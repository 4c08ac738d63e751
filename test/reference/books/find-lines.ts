import { total } from '../exact';
import type { BookingRow, History } from '../history/history';
import type { Reading } from '../history/read-log';
import type { Line } from './book';
import { officesOf, survivorsOf } from './find-places';

/**
 * Booking lines as a reading has them. As reported each stands on its booking date, at its frozen value, for the account it was
 * posted for. As restated a line and its reversal are both gone, an adjustment or a line that stands again counts on the day it
 * is about, at its last restatement, for the account that account has become.
 */
export function findLines(history: History, reading: Reading): Line[] {
  const { bookings, organisation } = history;
  const currency = organisation[0]?.reportingCurrency;
  const reversed = new Set(bookings.map(({ reversesId }) => reversesId));
  const officeOf = officesOf(history);
  const survivorOf = survivorsOf(history);
  const restated = reading === 'restated';
  return bookings
    .filter(({ id, reversesId }) => !restated || (reversesId === null && !reversed.has(id)))
    .map((row): Line => {
      const value =
        row.reportingCurrency === currency ? valueOf(history, row, reading) : { minor: null, costMinor: null };
      const { id, opportunityId, accountId, ownerId, teamId, sourceId } = row;
      return {
        id,
        opportunityId,
        accountId: restated && accountId !== null ? survivorOf(accountId) : accountId,
        day: restated ? (row.adjustsDate ?? row.bookingDate) : row.bookingDate,
        ...value,
        isSale: isSale(row, restated ? bookings : null),
        ownerId,
        teamId,
        officeId: officeOf(teamId),
        sourceId,
      };
    });
}

/** What a line is worth: as reported at its frozen rate, as restated at its last restatement. */
export function valueOf(
  { restatements }: History,
  row: BookingRow,
  reading: Reading,
): Pick<Line, 'minor' | 'costMinor'> {
  const own = reading === 'reported' ? [] : restatements.filter(({ bookingId }) => bookingId === row.id);
  let last: (typeof own)[number] | null = null;
  for (const one of own) if (!last || one.revision > last.revision) last = one;
  const { reportingAmountMinor: minor, reportingCostMinor: costMinor } = last ?? row;
  return { minor, costMinor };
}

/**
 * An order is the line of a win; nobody orders by a credit, an adjustment or a reversal, and at price 0 nobody buys. As reported it is
 * judged as it was booked, and a line that stands again is no second order. As restated (when all lines are given) it is judged by
 * what all lines of its opportunity add up to.
 */
function isSale(row: BookingRow, all: readonly BookingRow[] | null): boolean {
  if (row.moveId === null || row.reversesId !== null) return false;
  if (all === null) return row.adjustsDate === null && row.amountMinor > 0n;
  return total(all.filter((line) => line.opportunityId === row.opportunityId).map((line) => line.amountMinor)) > 0n;
}
