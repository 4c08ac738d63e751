import { known } from '../answer';
import { ofCustomer } from '../contribution';
import type { Kpi } from '../kpi';
import type { Facts, NewCustomer, NewCustomerVariant } from '../rules/facts';
import { asCount } from '../rules/figure-value';

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
  compute(facts) {
    const counts = variants.map((variant) => ({ key: variant, value: asCount(once(facts, variant).length) }));
    return known(asCount(once(facts, facts.newCustomerVariant).length), { parts: counts });
  },
  contributions: (facts) =>
    variants.flatMap((variant) =>
      once(facts, variant).map((customer) => ofCustomer(variant, customer, customer.accountId)),
    ),
};

/** A customer counts once in a period, by the earliest booking. */
function once(facts: Facts, wished: NewCustomerVariant): NewCustomer[] {
  const first = new Map<string, NewCustomer>();
  for (const customer of facts.newCustomers) {
    if (customer.variant !== wished) continue;
    const known = first.get(customer.accountId);
    if (!known || customer.date < known.date) first.set(customer.accountId, customer);
  }
  return [...first.values()];
}
