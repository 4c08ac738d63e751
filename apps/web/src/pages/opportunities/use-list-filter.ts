import type { ClosesIn, Outcome } from '@tandem/contracts';
import { useSearchParams } from 'react-router';
import type { OpportunityFilter } from '../../api/opportunities.api';
import { useMe } from '../../api/session.api';
import { addressOf, withPart } from '../../saved-views/view-address';

const names = ['outcome', 'stage', 'owner', 'team', 'account', 'closes', 'q'] as const;
export type FilterName = (typeof names)[number];

const outcomes: readonly Outcome[] = ['open', 'won', 'lost', 'cancelled'];
const closings: readonly ClosesIn[] = ['this_quarter', 'next_quarter'];

/** What an address asks the list for, for this person. */
export function listFilterIn(address: URLSearchParams, me: string): OpportunityFilter {
  const value = (name: FilterName) => address.get(name) ?? undefined;
  return {
    outcome: outcomes.find((one) => one === value('outcome')),
    stageId: value('stage'),
    ownerId: value('owner') === 'me' ? me : value('owner'),
    teamId: value('team'),
    accountId: value('account'),
    closes: closings.find((one) => one === value('closes')),
    q: value('q'),
  };
}

/** Which opportunities the list shows; kept in the address, where other pages lead with a filter already set. */
export function useListFilter() {
  const [address, setAddress] = useSearchParams();
  const { person } = useMe();
  return {
    filter: listFilterIn(address, person.id),
    value: (name: FilterName) => address.get(name) ?? undefined,
    isFiltered: names.some((name) => address.has(name)),
    clear: () => setAddress((before) => addressOf('opportunities', before, null)),
    set: (name: FilterName, next: string | null) =>
      setAddress((before) => withPart('opportunities', before, { name, value: next }), { replace: true }),
  };
}
