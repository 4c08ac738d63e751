import type { BookingFact, Facts, NewCustomer, NewCustomerVariant } from './facts';
import { medianMinor } from './percentile';
import { isSale } from './read-bookings';
import { addUp, isCosted, measureClosing, measureLine, noSales, type Costed, type SalesSums } from './sum-sales';

/** How many distinct customers there are; of two sets of facts these do not add up, because a customer may be in both. */
export interface CustomerCounts {
  /** With a line that gross profit is counted from. */
  readonly costed: number;
  /** With a sale. */
  readonly winning: number;
  /** Who became new, in each of the three senses. */
  readonly became: Readonly<Record<NewCustomerVariant, number>>;
}

export const noCustomers: CustomerCounts = {
  costed: 0,
  winning: 0,
  became: { first_order: 0, connected_new: 0, win_back: 0 },
};

/** What happened in one period within one scope, summed; every KPI is computed from this alone. */
export interface Sums extends Pick<
  Facts,
  'reading' | 'currency' | 'newCustomerVariant' | 'period' | 'scope' | 'expenses' | 'quotas'
> {
  readonly sales: SalesSums;
  readonly customers: CustomerCounts;
  /** Median gross profit of a customer, in minor units, null without one; absent where nobody has looked at every customer. */
  readonly medianProfitMinor?: bigint | null;
}

/** Sums the facts of a period and scope. */
export function sumFacts(facts: Facts): Sums {
  const { reading, currency, newCustomerVariant, period, scope, expenses, quotas, bookings, closings } = facts;
  return {
    reading,
    currency,
    newCustomerVariant,
    period,
    scope,
    expenses,
    quotas,
    sales: addUp(noSales, [...bookings.map((line) => measureLine(line, reading)), ...closings.map(measureClosing)]),
    customers: countCustomers(facts),
  };
}

/** The median of what each customer brought: of sums it cannot be told. */
export const medianProfit = ({ bookings }: Pick<Facts, 'bookings'>): bigint | null =>
  medianMinor([...profitByCustomer(bookings.filter(isCosted)).values()]);

function countCustomers({ bookings, reading, newCustomers }: Facts): CustomerCounts {
  const sales = bookings.filter((line) => line.accountId !== null && isSale(line, reading));
  const became = (variant: NewCustomerVariant) => oncePerCustomer(newCustomers, variant).length;
  return {
    costed: new Set(bookings.filter(isCosted).map(({ accountId }) => accountId)).size,
    winning: new Set(sales.map(({ accountId }) => accountId)).size,
    became: {
      first_order: became('first_order'),
      connected_new: became('connected_new'),
      win_back: became('win_back'),
    },
  };
}

/** A customer counts once in a period, by the earliest booking. */
export function oncePerCustomer(newCustomers: readonly NewCustomer[], wished: NewCustomerVariant): NewCustomer[] {
  const first = new Map<string, NewCustomer>();
  for (const customer of newCustomers) {
    if (customer.variant !== wished) continue;
    const known = first.get(customer.accountId);
    if (!known || customer.date < known.date) first.set(customer.accountId, customer);
  }
  return [...first.values()];
}

function profitByCustomer(lines: readonly Costed[]): Map<BookingFact['accountId'], bigint> {
  const profits = new Map<BookingFact['accountId'], bigint>();
  for (const line of lines) {
    profits.set(line.accountId, (profits.get(line.accountId) ?? 0n) + line.reportingMinor - line.costMinor);
  }
  return profits;
}
