import type { PlainDate } from '@tandem/kernel';
import type { Credit, Reading } from '../../rules/facts';
import { groupBy } from '../../rules/group-by';
import { isSale } from '../../rules/read-bookings';
import { isCosted } from '../../rules/sum-sales';
import { inOrder, placeOf, roleBits, type Appearance, type Appearances, type CustomerRole } from './appearance';
import { appearancesInOrder, isInOrder } from './appearances-in-order';
import type { CellReading } from './cell';
import { familyFacts, learningDays, type CustomerFamily } from './customer-family';

/**
 * All that the accounts of a family are, by either reading and as of any day: for each day on which something was learned, what they
 * are from then on less what they were before. Counts of customers follow from this alone, whatever the period.
 */
export const customerAppearances = (family: CustomerFamily, winBackMonths: number): Appearances =>
  isInOrder(family) ? appearancesInOrder(family, winBackMonths) : appearancesDayByDay(family, winBackMonths);

interface Single extends Omit<Appearance, 'known' | 'sign'> {
  readonly accountId: string;
}

/** The same of any family, in the obvious way. */
export function appearancesDayByDay(family: CustomerFamily, winBackMonths: number): Appearances {
  const changes: (Appearance & { readonly accountId: string })[] = [];
  let before = new Map<string, Single>();
  for (const known of learningDays(family)) {
    const now = told(family, known, winBackMonths);
    for (const [key, single] of now) if (!before.has(key)) changes.push({ ...single, known, sign: 1 });
    for (const [key, single] of before) if (!now.has(key)) changes.push({ ...single, known, sign: -1 });
    before = now;
  }
  const accounts = groupBy(changes, ({ accountId }) => accountId);
  return new Map([...accounts].map(([accountId, some]) => [accountId, inOrder(together(some))]));
}

/** What both readings say alike stands once. */
function told(family: CustomerFamily, known: PlainDate, winBackMonths: number): Map<string, Single> {
  const reported = singles(family, { reading: 'reported', known, winBackMonths });
  const rows = new Map<string, Single>();
  const tell = (key: string, single: Omit<Single, 'reading'>, reading: CellReading) =>
    rows.set(`${key} ${reading}`, { ...single, reading });
  for (const [key, single] of singles(family, { reading: 'restated', known, winBackMonths })) {
    tell(key, single, reported.delete(key) ? 'both' : 'restated');
  }
  for (const [key, single] of reported) tell(key, single, 'reported');
  return rows;
}

/** Of one role each. */
function singles(
  family: CustomerFamily,
  asked: { readonly reading: Reading; readonly known: PlainDate; readonly winBackMonths: number },
): Map<string, Omit<Single, 'reading'>> {
  const { bookings, newCustomers } = familyFacts(family, asked);
  const found = new Map<string, Omit<Single, 'reading'>>();
  const appear = (role: CustomerRole, accountId: string, fact: Credit & { readonly date: PlainDate }) => {
    const { date, ownerId, teamId, sourceId } = fact;
    const roles = roleBits[role];
    found.set(`${accountId} ${role} ${date} ${ownerId} ${teamId} ${sourceId}`, {
      accountId,
      roles,
      date,
      ownerId,
      teamId,
      sourceId,
    });
  };
  for (const line of bookings) {
    if (isCosted(line)) appear('costed', line.accountId, line);
    if (line.accountId !== null && isSale(line, asked.reading)) appear('winning', line.accountId, line);
  }
  for (const customer of newCustomers) appear(customer.variant, customer.accountId, customer);
  return found;
}

/** Roles of one day and credit that are learned together stand in one. */
const together = (changes: readonly Appearance[]): Appearance[] =>
  [...groupBy(changes, placeOf).values()].flatMap((some) => {
    const [one] = some;
    if (!one) return [];
    const { date, ownerId, teamId, sourceId, reading, known, sign } = one;
    const roles = some.reduce((all, change) => all | change.roles, 0);
    return [{ date, ownerId, teamId, sourceId, roles, reading, known, sign }];
  });
