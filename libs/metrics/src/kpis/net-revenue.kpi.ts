import { known } from '../answer';
import { ofBooking } from '../contribution';
import type { Kpi } from '../kpi';
import { asMoney } from '../rules/figure-value';
import { revenueNotes } from '../rules/revenue-notes';
import { isConvertible } from '../rules/sum-sales';

/**
 * Net revenue: the sum of all booking lines dated in the period. Unit: money in the reporting currency.
 * Formula: bookings + refunds and credits (which are negative). A refund counts on the day it is granted, so the figure may
 * be negative. Lines without an exchange rate stay out, and the total is called partial. Without a booking it is really 0.
 * Source: booking lines in the reporting currency at the rate frozen on their day.
 */
export const netRevenue: Kpi = {
  key: 'net_revenue',
  unit: 'money',
  betterWhen: 'higher',
  isAdditive: true,
  summed: ['bookings', 'credits'],
  compute({ sales, currency }) {
    const { revenueMinor, creditsMinor } = sales;
    return known(asMoney(revenueMinor, currency), {
      parts: [
        { key: 'bookings', value: asMoney(revenueMinor - creditsMinor, currency) },
        { key: 'credits', value: asMoney(creditsMinor, currency) },
      ],
      notes: revenueNotes(sales),
    });
  },
  contributions: ({ bookings, currency }) =>
    bookings
      .filter(isConvertible)
      .map((line) =>
        ofBooking(line.reportingMinor < 0n ? 'credits' : 'bookings', line, asMoney(line.reportingMinor, currency)),
      ),
};
