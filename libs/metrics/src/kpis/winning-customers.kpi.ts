import { known } from '../answer';
import { firstByCustomer, ofCustomer } from '../contribution';
import type { Kpi } from '../kpi';
import { asCount, note } from '../rules/figure-value';
import { isSale } from '../rules/read-bookings';

/**
 * Winning customers: distinct customers with a positive, not fully reversed booking in the period. Unit: count.
 * Only a win is such a booking: an adjustment places no order, and as restated it can leave nothing of one.
 * A customer of two teams counts in each, so slices need not add up to the whole. Bookings that name no account have no
 * customer and are said beside it.
 * Source: booking lines.
 */
export const winningCustomers: Kpi = {
  key: 'winning_customers',
  unit: 'count',
  betterWhen: 'higher',
  isAdditive: true,
  summed: ['customers'],
  compute({ customers: { winning }, sales: { namelessSales } }) {
    const customers = asCount(winning);
    return known(customers, {
      parts: [{ key: 'customers', value: customers }],
      notes: namelessSales > 0 ? [note('without_account', { count: namelessSales })] : [],
    });
  },
  contributions: ({ bookings, reading }) =>
    firstByCustomer(bookings.filter((line) => isSale(line, reading))).map(([accountId, line]) =>
      ofCustomer('customers', line, accountId),
    ),
};
