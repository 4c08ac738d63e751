import type { ClosesIn, Outcome } from '@tandem/contracts';
import { useSearchParams } from 'react-router';
import type { OpportunityFilter } from '../../api/opportunities.api';
import { useMe } from '../../api/session.api';
import { addressOf, withPart } from '../../saved-views/view-address';

const names = ['outcome', 'stage', 'owner', 'team', 'account', 'closes', 'q'] as const;
export type FilterName = (typeof names)[number];

const outcomes: readonly Outcome[] = ['open', 'won', 'lost', 'cancelled'];
const closings: readonly ClosesIn[] = ['this_quarter', 'next_quarter'];

/** Which opportunities the list shows; kept in the address, where other pages lead with a filter already set. */
export function useListFilter() {
  const [address, setAddress] = useSearchParams();
  const { person } = useMe();
  const value = (name: FilterName) => address.get(name) ?? undefined;
  const ownerId = value('owner') === 'me' ? person.id : value('owner');
  const filter: OpportunityFilter = {
    outcome: outcomes.find((one) => one === value('outcome')),
    stageId: value('stage'),
    ownerId,
    teamId: value('team'),
    accountId: value('account'),
    closes: closings.find((one) => one === value('closes')),
    q: value('q'),
  };
  return {
    filter,
    value,
    isFiltered: names.some((name) => address.has(name)),
    clear: () => setAddress((before) => addressOf('opportunities', before, null)),
    set: (name: FilterName, next: string | null) =>
      setAddress((before) => withPart('opportunities', before, { name, value: next }), { replace: true }),
  };
}
