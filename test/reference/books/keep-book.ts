import { holds, type Span } from '../calendar';
import type { History } from '../history/history';
import type { Reading } from '../history/read-log';
import type { Book, Credit, QuotaShare, Scope } from './book';
import { findClosings } from './find-closings';
import { findLines } from './find-lines';
import { findNewCustomers, variantOf } from './find-new-customers';
import { officesOf } from './find-places';
import { findQuotas } from './find-quotas';

/** A way to open the book of any period, of everybody. */
export type Library = (period: Span) => Book;

/** One reading of a history, as it stood; every period is looked up in the same facts. */
export function keepBooks(history: History, reading: Reading): Library {
  const currency = history.organisation[0]?.reportingCurrency ?? '';
  const officeOf = officesOf(history);
  const lines = findLines(history, reading);
  const closings = findClosings(history, reading);
  const newCustomers = findNewCustomers(lines, history, reading);
  const expenses = history.expenses.map(({ expenseDate: day, side, teamId, sourceId, ...row }) => {
    const minor = row.reportingCurrency === currency ? row.reportingAmountMinor : null;
    return { day, side, minor, ownerId: null, teamId, officeId: officeOf(teamId), sourceId };
  });
  return (period) => {
    const within = <One extends { readonly day: string }>(all: readonly One[]): One[] =>
      all.filter(({ day }) => holds(period, day));
    return {
      reading,
      currency,
      variant: variantOf(history),
      scope: {},
      lines: within(lines),
      closings: within(closings),
      newCustomers: within(newCustomers),
      expenses: within(expenses),
      quotas: findQuotas(history, period),
    };
  };
}

/** What belongs to a scope. Nobody knows whose expense of a team it is, so a person has none. */
export function narrow(book: Book, scope: Scope): Book {
  const mine = <One extends Credit>(all: readonly One[]): One[] => all.filter((one) => belongs(one, scope));
  return {
    ...book,
    scope: { ...book.scope, ...scope },
    lines: mine(book.lines),
    closings: mine(book.closings),
    newCustomers: mine(book.newCustomers),
    expenses: 'personId' in scope ? [] : mine(book.expenses),
    quotas: book.quotas.filter((share) => belongs({ ...share, ownerId: share.personId }, { ...scope }, quotaSlices)),
  };
}

const slices = ['teamId', 'officeId', 'personId', 'sourceId'] as const;
/** A quota has no source. */
const quotaSlices = ['teamId', 'officeId', 'personId'] as const;

type Owned = Omit<Credit, 'sourceId'> & { readonly sourceId?: string | null };

function belongs(one: Owned, scope: Scope, asked: readonly (keyof Scope)[] = slices): boolean {
  return asked.every((slice) => !(slice in scope) || scope[slice] === valueOf(one, slice));
}

const valueOf = (one: Owned, slice: keyof Scope): string | null | undefined =>
  slice === 'personId' ? one.ownerId : one[slice];

/** The ids that a book can be cut into by: whatever has a fact or a quota in it, null for what has none. */
export function cutBy(book: Book, slice: keyof Scope): Set<string | null> {
  const events: readonly Credit[] = [...book.lines, ...book.closings, ...book.newCustomers];
  const ids = new Set(events.map((event) => valueOf(event, slice) ?? null));
  if (slice !== 'personId') for (const line of book.expenses) ids.add(valueOf(line, slice) ?? null);
  if (slice !== 'sourceId')
    for (const share of book.quotas) if (slice !== 'personId' || !share.ofTeam) ids.add(quotaPlace(share, slice));
  return ids;
}

const quotaPlace = (share: QuotaShare, slice: Exclude<keyof Scope, 'sourceId'>): string | null => share[slice];
