import { holds, type Period, type PlainDate } from '@tandem/kernel';
import type { Credit, Facts, Ledger, QuotaShare, Scope } from './facts';

export type SliceKind = 'team' | 'office' | 'person' | 'source';

/** The facts of one period in the whole organisation; quotas belong to a period already. */
export function factsOf(ledger: Ledger, period: Period, quotas: readonly QuotaShare[]): Facts {
  const within = ({ date }: { readonly date: PlainDate }) => holds(period, date);
  return {
    ...ledger,
    period,
    scope: {},
    quotas,
    bookings: ledger.bookings.filter(within),
    closings: ledger.closings.filter(within),
    newCustomers: ledger.newCustomers.filter(within),
    expenses: ledger.expenses.filter(within),
  };
}

/** What belongs to a scope. A person's expense is unknown, so for persons no expense line is in it. */
export function narrowFacts(facts: Facts, scope: Scope): Facts {
  const credited = ({ teamId, officeId, ownerId, sourceId }: Credit) =>
    fits(scope.teamId, teamId) &&
    fits(scope.officeId, officeId) &&
    fits(scope.personId, ownerId) &&
    fits(scope.sourceId, sourceId);
  return {
    ...facts,
    scope: { ...facts.scope, ...scope },
    bookings: facts.bookings.filter(credited),
    closings: facts.closings.filter(credited),
    newCustomers: facts.newCustomers.filter(credited),
    expenses: facts.expenses.filter((line) => credited({ ...line, ownerId: null }) && scope.personId === undefined),
    quotas: facts.quotas.filter(
      (share) =>
        fits(scope.teamId, share.holderTeamId) &&
        fits(scope.officeId, share.holderOfficeId) &&
        fits(scope.personId, share.personId),
    ),
  };
}

/** The facts of every slice that has any, by id; null holds what lacks the attribute. */
export function sliceFacts(facts: Facts, kind: SliceKind): Map<string | null, Facts> {
  const keys = new Set<string | null>();
  for (const events of [facts.bookings, facts.closings, facts.newCustomers]) {
    for (const event of events) keys.add(keyOf(event, kind));
  }
  if (kind !== 'person') for (const line of facts.expenses) keys.add(keyOf({ ...line, ownerId: null }, kind));
  for (const share of facts.quotas) {
    if (kind === 'team' || kind === 'office') keys.add(kind === 'team' ? share.holderTeamId : share.holderOfficeId);
    if (kind === 'person' && share.personId !== null) keys.add(share.personId);
  }
  return new Map([...keys].map((key) => [key, narrowFacts(facts, { [scopeOf[kind]]: key })]));
}

export const scopeOf = {
  team: 'teamId',
  office: 'officeId',
  person: 'personId',
  source: 'sourceId',
} as const satisfies Record<SliceKind, keyof Scope>;

const creditOf = {
  team: 'teamId',
  office: 'officeId',
  person: 'ownerId',
  source: 'sourceId',
} as const satisfies Record<SliceKind, keyof Credit>;

const keyOf = (event: Credit, kind: SliceKind): string | null => event[creditOf[kind]];

const fits = (wished: string | null | undefined, actual: string | null): boolean =>
  wished === undefined || wished === actual;
