import type { Contribution } from './kpi';
import type { BookingFact, ClosingEvent, ExpenseFact, NewCustomer, QuotaShare } from './rules/facts';
import { asCount, asMoney, type FigureValue } from './rules/figure-value';

const nothing = {
  opportunityId: null,
  accountId: null,
  ownerId: null,
  teamId: null,
  category: null,
  note: null,
} as const;

export const ofBooking = (of: string, line: BookingFact, value: FigureValue): Contribution => ({
  ...nothing,
  of,
  kind: 'booking',
  id: line.id,
  date: line.date,
  value,
  opportunityId: line.opportunityId,
  accountId: line.accountId,
  ownerId: line.ownerId,
});

export const ofClosing = (of: string, closing: ClosingEvent): Contribution => ({
  ...nothing,
  of,
  kind: 'opportunity',
  id: closing.opportunityId,
  date: closing.date,
  value: asCount(closing.sign),
  opportunityId: closing.opportunityId,
  accountId: closing.accountId,
  ownerId: closing.ownerId,
});

export const ofCustomer = (of: string, line: BookingFact | NewCustomer, accountId: string): Contribution => ({
  ...nothing,
  of,
  kind: 'customer',
  id: accountId,
  date: line.date,
  value: asCount(1),
  opportunityId: line.opportunityId,
  accountId,
  ownerId: line.ownerId,
});

export const ofExpense = (
  of: string,
  line: ExpenseFact & { readonly reportingMinor: bigint },
  currency: string,
): Contribution => ({
  ...nothing,
  of,
  kind: 'expense',
  id: line.id,
  date: line.date,
  value: asMoney(line.reportingMinor, currency),
  teamId: line.teamId,
  category: line.category,
  note: line.note,
});

export const ofQuota = (of: string, share: QuotaShare, currency: string): Contribution => ({
  ...nothing,
  of,
  kind: 'quota',
  id: share.id,
  date: null,
  value: asMoney(share.amountMinor, currency),
  ownerId: share.personId,
  teamId: share.teamId,
});

/** The first line of each customer, by day; lines that name no account have no customer. */
export function firstByCustomer<
  Line extends { readonly accountId: string | null; readonly date: string; readonly id: string },
>(lines: readonly Line[]): (readonly [string, Line])[] {
  const first = new Map<string, Line>();
  for (const line of lines) {
    if (line.accountId === null) continue;
    const known = first.get(line.accountId);
    if (!known || line.date < known.date || (line.date === known.date && line.id < known.id))
      first.set(line.accountId, line);
  }
  return [...first];
}
