import { addMonths, type PlainDate } from '@tandem/kernel';
import { isSale } from './read-bookings';
import type { BookingFact, NewCustomer, NewCustomerVariant, Reading } from './facts';

/** The first and last day a customer bought on before the lines at hand begin. */
export interface EarlierSales {
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** What is known of each customer's earlier days, put together; merged accounts have theirs under the one they go on as. */
export function joinEarlierSales(
  sales: readonly (EarlierSales & { readonly accountId: string })[],
  survived: ReadonlyMap<string, string>,
): Map<string, EarlierSales> {
  const joined = new Map<string, EarlierSales>();
  for (const { accountId, first, last } of sales) {
    const customer = survived.get(accountId) ?? accountId;
    const known = joined.get(customer) ?? { first, last };
    joined.set(customer, {
      first: first < known.first ? first : known.first,
      last: last > known.last ? last : known.last,
    });
  }
  return joined;
}

export interface CustomerHistory {
  readonly bookings: readonly BookingFact[];
  readonly earlier: ReadonlyMap<string, EarlierSales>;
  /** Account to the account it belongs to. */
  readonly parents: ReadonlyMap<string, string>;
  /** Months without an order after which a customer counts as won back. */
  readonly winBackMonths: number;
  readonly reading: Reading;
}

/**
 * Customers who became new, once per sense and day: `first_order` by their first sale ever, `connected_new` when somebody
 * of their account family had bought before that day, `win_back` by a sale after the agreed months without one.
 */
export function findNewCustomers(history: CustomerHistory): NewCustomer[] {
  const { bookings, earlier, winBackMonths, reading } = history;
  const sales = salesByAccount(bookings.filter((line) => isSale(line, reading)));
  const families = firstSaleByFamily(sales, history);
  const found: NewCustomer[] = [];
  for (const [accountId, lines] of sales) {
    let last = earlier.get(accountId)?.last ?? null;
    for (const line of lines) {
      if (last === null) {
        found.push(newCustomer('first_order', accountId, line));
        const family = families.get(rootOf(accountId, history.parents));
        if (family !== undefined && family < line.date) found.push(newCustomer('connected_new', accountId, line));
      } else if (isWonBack(last, line.date, winBackMonths)) {
        found.push(newCustomer('win_back', accountId, line));
      }
      last = line.date;
    }
  }
  return found;
}

/** Whether the agreed months lie between two days: the first is before the other less so many months, which ends with a shorter month. */
export function isWonBack(last: PlainDate, date: PlainDate, winBackMonths: number): boolean {
  const months = monthNumber(date) - monthNumber(last);
  // Asked of every sale there ever was; only where the day of the month decides a calendar has to.
  return months === winBackMonths ? last < addMonths(date, -winBackMonths) : months > winBackMonths;
}

const monthNumber = (day: PlainDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** The account at the top of a family; in a circle of parents, which nothing else forbids, the smallest id of the circle. */
export function rootOf(accountId: string, parents: ReadonlyMap<string, string>): string {
  const path = [accountId];
  for (let parent = parents.get(accountId); parent !== undefined; parent = parents.get(parent)) {
    const met = path.indexOf(parent);
    if (met >= 0) return path.slice(met).reduce((one, other) => (one < other ? one : other));
    path.push(parent);
  }
  return path.at(-1) ?? accountId;
}

function salesByAccount(sales: readonly BookingFact[]): Map<string, BookingFact[]> {
  const accounts = new Map<string, BookingFact[]>();
  for (const line of sales) {
    if (line.accountId === null) continue;
    const lines = accounts.get(line.accountId);
    if (lines) lines.push(line);
    else accounts.set(line.accountId, [line]);
  }
  for (const lines of accounts.values()) lines.sort(byDay);
  return accounts;
}

function firstSaleByFamily(sales: ReadonlyMap<string, readonly BookingFact[]>, { earlier, parents }: CustomerHistory) {
  const families = new Map<string, PlainDate>();
  const learn = (accountId: string, day: PlainDate | undefined) => {
    const root = rootOf(accountId, parents);
    const known = families.get(root);
    if (day !== undefined && (known === undefined || day < known)) families.set(root, day);
  };
  for (const [accountId, lines] of sales) learn(accountId, lines[0]?.date);
  for (const [accountId, { first }] of earlier) learn(accountId, first);
  return families;
}

const byDay = (one: BookingFact, other: BookingFact): number =>
  one.date < other.date || (one.date === other.date && one.id < other.id) ? -1 : 1;

const newCustomer = (variant: NewCustomerVariant, accountId: string, line: BookingFact): NewCustomer => ({
  variant,
  accountId,
  opportunityId: line.opportunityId,
  bookingId: line.id,
  date: line.date,
  ownerId: line.ownerId,
  teamId: line.teamId,
  officeId: line.officeId,
  sourceId: line.sourceId,
});
