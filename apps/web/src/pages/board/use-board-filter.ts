import { useSearchParams } from 'react-router';
import { useMe } from '../../api/session.api';
import type { BoardFilter } from '../../api/opportunities.api';

export const boardFilterIn = (address: URLSearchParams, myId: string): BoardFilter => ({
  ownerId: address.get('who') === 'mine' ? myId : undefined,
  teamId: address.get('team') ?? undefined,
  q: address.get('q') ?? undefined,
});

/** What the board shows, kept in the address so that it can be shared and survives a reload. */
export function useBoardFilter() {
  const [address, setAddress] = useSearchParams();
  const { person } = useMe();
  const filter = boardFilterIn(address, person.id);
  const mine = filter.ownerId !== undefined;
  const { teamId, q } = filter;
  return { filter, mine, teamId, q, isFiltered: mine || Boolean(teamId) || Boolean(q), set, clear, address };

  function set(name: 'who' | 'team' | 'q' | 'stage' | 'open', value: string | null) {
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null || value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  }

  function clear() {
    setAddress((before) => {
      const next = new URLSearchParams(before);
      for (const name of ['who', 'team', 'q']) next.delete(name);
      return next;
    });
  }
}
