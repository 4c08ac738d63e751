import type { PlainDate } from '@tandem/kernel';
import type { BookingFact, NewCustomer, Reading } from '../../rules/facts';
import { findNewCustomers } from '../../rules/find-new-customers';
import { readBookings } from '../../rules/read-bookings';
import { parentsBefore, survivors, type Merge, type MovedFamily } from '../../rules/survivors';
import { groupBy } from '../../rules/group-by';
import { withFate } from './line-fate';
import type { HistoryLine, HistoryRestatement } from './opportunity-history';

/** A booking line without what no count of customers asks for. */
export type FamilyLine = Omit<HistoryLine, 'campaignId' | 'productId'> & { readonly opportunityId: string };
export type FamilyRestatement = HistoryRestatement & { readonly opportunityId: string };

/** Accounts that belong together, by family or because some turned out to be one, with all they were ever booked for. */
export interface CustomerFamily {
  readonly accountIds: ReadonlySet<string>;
  /** Lines of the accounts, and of others where these share an opportunity with them; of each opportunity in order, oldest first. */
  readonly lines: readonly FamilyLine[];
  readonly restatements: readonly FamilyRestatement[];
  /** Account to the account it belongs to, as it is now. */
  readonly parents: ReadonlyMap<string, string>;
  readonly merges: readonly (Merge & { readonly recordedOn: PlainDate })[];
  /** What merges moved in families, the last one first. */
  readonly moved: readonly (MovedFamily & { readonly recordedOn: PlainDate })[];
}

/** The days on which something of it was learned, oldest first. */
export function learningDays({ lines, restatements, merges, moved }: CustomerFamily): PlainDate[] {
  const days = [lines, restatements, merges, moved].flatMap((rows) => rows.map(({ recordedOn }) => recordedOn));
  return [...new Set(days)].sort();
}

/** The bookings and new customers of a family, as a reading has them and as known by the end of a day. */
export function familyFacts(
  family: CustomerFamily,
  {
    reading,
    known,
    winBackMonths,
  }: { readonly reading: Reading; readonly known: PlainDate; readonly winBackMonths: number },
): { readonly bookings: readonly BookingFact[]; readonly newCustomers: readonly NewCustomer[] } {
  const isKnown = ({ recordedOn }: { readonly recordedOn: PlainDate }) => recordedOn <= known;
  const survived = reading === 'reported' ? new Map<string, string>() : survivors(family.merges.filter(isKnown));
  const parents = parentsBefore(
    family.parents,
    reading === 'reported' ? family.moved : family.moved.filter((merge) => !isKnown(merge)),
  );
  const isOfFamily = ({ accountId }: { readonly accountId: string | null }) =>
    accountId !== null && family.accountIds.has(accountId);
  const lines = groupBy(family.lines.filter(isKnown), ({ opportunityId }) => opportunityId);
  const restatements = groupBy(family.restatements.filter(isKnown), ({ opportunityId }) => opportunityId);
  const facts = [...lines].flatMap(([opportunityId, some]) =>
    withFate(some, restatements.get(opportunityId) ?? [], reading)
      .filter(isOfFamily)
      .map((line): BookingFact => ({
        ...line,
        opportunityId,
        officeId: null,
        accountId: line.accountId === null ? null : (survived.get(line.accountId) ?? line.accountId),
        date: reading === 'restated' ? (line.adjustsDate ?? line.bookingDate) : line.bookingDate,
      })),
  );
  return {
    bookings: readBookings(facts, reading),
    newCustomers: findNewCustomers({ bookings: facts, earlier: new Map(), parents, winBackMonths, reading }),
  };
}
