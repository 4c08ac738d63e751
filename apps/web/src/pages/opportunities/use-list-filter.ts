import type { Outcome } from '@tandem/contracts';
import { useSearchParams } from 'react-router';
import type { OpportunityFilter } from '../../api/opportunities.api';

const names = ['outcome', 'stage', 'owner', 'team', 'account', 'q'] as const;
export type FilterName = (typeof names)[number];

const outcomes: readonly Outcome[] = ['open', 'won', 'lost', 'cancelled'];

/** Which opportunities the list shows; kept in the address, where other pages lead with a filter already set. */
export function useListFilter() {
  const [address, setAddress] = useSearchParams();
  const value = (name: FilterName) => address.get(name) ?? undefined;
  const filter: OpportunityFilter = {
    outcome: outcomes.find((one) => one === value('outcome')),
    stageId: value('stage'),
    ownerId: value('owner'),
    teamId: value('team'),
    accountId: value('account'),
    q: value('q'),
  };
  return {
    filter,
    value,
    isFiltered: names.some((name) => address.has(name)),
    clear: () => setAddress({}),
    set: (name: FilterName, next: string | null) =>
      setAddress(
        (before) => {
          const after = new URLSearchParams(before);
          if (next) after.set(name, next);
          else after.delete(name);
          return after;
        },
        { replace: true },
      ),
  };
}
