import { plusMonths } from '../calendar';
import { inOrder } from '../exact';
import type { History } from '../history/history';
import type { Reading } from '../history/read-log';
import { withoutMerges } from '../history/stand-at';
import type { Line, NewCustomer, Variant } from './book';

type Sale = Line & { readonly accountId: string };

/**
 * Who became a customer by which sale: *first order* by the first ever, *connected* when somebody else of the account family had
 * bought on a day before, *won back* by the first after so many months without one. Two sales of a day are one.
 */
export function findNewCustomers(lines: readonly Line[], history: History, reading: Reading): NewCustomer[] {
  const sales = inOrder(
    lines.filter((line): line is Sale => line.isSale && line.accountId !== null),
    (one, other) => one.day < other.day || (one.day === other.day && one.id < other.id),
  );
  const familyOf = familiesOf(history, reading);
  const months = winBackMonthsOf(history);
  const found: NewCustomer[] = [];
  for (const [place, sale] of sales.entries()) {
    const earlier = sales.slice(0, place);
    const last = earlier.findLast(({ accountId }) => accountId === sale.accountId);
    const became = (variant: Variant) =>
      found.push({ ...creditOf(sale), variant, accountId: sale.accountId, day: sale.day });
    if (last) {
      if (last.day < plusMonths(sale.day, -months)) became('win_back');
      continue;
    }
    became('first_order');
    const family = familyOf(sale.accountId);
    if (earlier.some(({ accountId, day }) => day < sale.day && familyOf(accountId) === family)) became('connected_new');
  }
  return found;
}

const creditOf = ({ ownerId, teamId, officeId, sourceId }: Line) => ({ ownerId, teamId, officeId, sourceId });

const winBackMonthsOf = ({ contracts }: History): number =>
  inOrder(contracts, (one, other) => one.revision > other.revision)[0]?.winBackMonths ?? 12;

export const variantOf = ({ contracts }: History): Variant =>
  inOrder(contracts, (one, other) => one.revision > other.revision)[0]?.newCustomerVariant ?? 'first_order';

/** The account at the top of a family; as reported no merge has changed anybody's family. */
function familiesOf({ accounts, audit }: History, reading: Reading): (accountId: string) => string {
  const placed = reading === 'reported' ? withoutMerges(accounts, audit) : accounts;
  const parents = new Map(placed.map(({ id, parentId }) => [id, parentId]));
  return (accountId) => {
    let top = accountId;
    for (let steps = 0; steps <= placed.length; steps++) top = parents.get(top) ?? top;
    return top;
  };
}
