import { holds, type Period, type PlainDate } from '@tandem/kernel';
import type { Credit, Facts, Ledger, QuotaShare, Scope } from './facts';
import { groupBy } from './group-by';

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

/** Facts cut by one attribute. */
export interface SlicedFacts {
  /** The slices that have any, by id; null is what lacks the attribute. */
  readonly keys: ReadonlySet<string | null>;
  /** The facts of a slice, as `narrowFacts` gives them; of one without any there are none. */
  readonly of: (key: string | null) => Facts;
}

/** The facts of every slice that has any, by id; null holds what lacks the attribute. */
export function sliceFacts(facts: Facts, kind: SliceKind): Map<string | null, Facts> {
  const { keys, of } = cutFacts(facts, kind);
  return new Map([...keys].map((key) => [key, of(key)]));
}

/** Cuts facts into slices, in one walk through them whatever the number of slices. */
export function cutFacts(facts: Facts, kind: SliceKind): SlicedFacts {
  const credited = (event: Credit) => event[creditOf[kind]];
  const bookings = groupBy(facts.bookings, credited);
  const closings = groupBy(facts.closings, credited);
  const newCustomers = groupBy(facts.newCustomers, credited);
  const expenses = groupBy(kind === 'person' ? [] : facts.expenses, (line) => credited({ ...line, ownerId: null }));
  const holder = holderOf[kind];
  const quotas = groupBy(holder === null ? [] : facts.quotas, (share) => (holder === null ? null : share[holder]));
  // The quota of a team is no slice of people of its own.
  const holders = [...quotas.keys()].filter((key) => kind !== 'person' || key !== null);
  return {
    keys: new Set([bookings, closings, newCustomers, expenses].flatMap((each) => [...each.keys()]).concat(holders)),
    of: (key) => ({
      ...facts,
      scope: { ...facts.scope, [scopeOf[kind]]: key },
      bookings: bookings.get(key) ?? [],
      closings: closings.get(key) ?? [],
      newCustomers: newCustomers.get(key) ?? [],
      expenses: expenses.get(key) ?? [],
      quotas: holder === null ? facts.quotas : (quotas.get(key) ?? []),
    }),
  };
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

/** Whose a quota is; null where quotas are not cut. */
const holderOf = {
  team: 'holderTeamId',
  office: 'holderOfficeId',
  person: 'personId',
  source: null,
} as const satisfies Record<SliceKind, keyof QuotaShare | null>;

const fits = (wished: string | null | undefined, actual: string | null): boolean =>
  wished === undefined || wished === actual;
