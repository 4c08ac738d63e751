import type { ViewFilter } from '@tandem/contracts';
import { useSearchParams } from 'react-router';
import { useMe } from '../../api/session.api';
import type { BoardFilter } from '../../api/opportunities.api';
import { addressOf, filterIn, withPart } from '../../saved-views/view-address';

export const boardFilterIn = (address: URLSearchParams, myId: string): BoardFilter =>
  forServer(filterIn('board', address), myId);

const forServer = ({ ownerId, teamId, closes, q }: ViewFilter, myId: string): BoardFilter => ({
  ownerId: ownerId === 'me' ? myId : undefined,
  teamId,
  closes: closes === 'this_quarter' || closes === 'next_quarter' ? closes : undefined,
  q,
});

/** What the board shows, kept in the address so that it can be shared and survives a reload. */
export function useBoardFilter() {
  const [address, setAddress] = useSearchParams();
  const { person } = useMe();
  const filter = boardFilterIn(address, person.id);
  const mine = filter.ownerId !== undefined;
  const { teamId, closes, q } = filter;
  const isFiltered = mine || Boolean(teamId) || Boolean(closes) || Boolean(q);
  return { filter, mine, teamId, closes, q, isFiltered, set, clear, address };

  function set(name: 'who' | 'team' | 'closes' | 'q' | 'stage' | 'open', value: string | null) {
    setAddress((before) => withPart('board', before, { name, value }), { replace: true });
  }

  function clear() {
    setAddress((before) => addressOf('board', before, null));
  }
}
