import { known } from '../answer';
import { ofCustomer } from '../contribution';
import type { Kpi } from '../kpi';
import type { NewCustomerVariant } from '../rules/facts';
import { asCount } from '../rules/figure-value';
import { oncePerCustomer } from '../rules/sum-facts';

const variants: readonly NewCustomerVariant[] = ['first_order', 'connected_new', 'win_back'];

/**
 * New customers: customers whose first positive, not fully reversed booking lies in the period. Unit: count.
 * All three variants stand in the parts (first order; first order within an account family that already buys; won back
 * after the agreed months without an order); the hand-off contract says which one is *the* number. Pilots at zero price do
 * not count, adjustments place no order, and two orders of one customer are one. Credit goes to the owner and team of the booking that made it new.
 * Source: booking lines and the families of accounts.
 */
export const newCustomers: Kpi = {
  key: 'new_customers',
  unit: 'count',
  betterWhen: 'higher',
  isAdditive: true,
  summed: variants,
  definition: ({ newCustomerVariant }) => newCustomerVariant,
  compute({ customers: { became }, newCustomerVariant }) {
    return known(asCount(became[newCustomerVariant]), {
      parts: variants.map((variant) => ({ key: variant, value: asCount(became[variant]) })),
    });
  },
  contributions: ({ newCustomers: all }) =>
    variants.flatMap((variant) =>
      oncePerCustomer(all, variant).map((customer) => ofCustomer(variant, customer, customer.accountId)),
    ),
};
