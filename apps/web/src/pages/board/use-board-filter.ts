import { useSearchParams } from 'react-router';
import { useMe } from '../../api/session.api';
import type { BoardFilter } from '../../api/opportunities.api';

/** What the board shows, kept in the address so that it can be shared and survives a reload. */
export function useBoardFilter() {
  const [address, setAddress] = useSearchParams();
  const { person } = useMe();
  const mine = address.get('who') === 'mine';
  const teamId = address.get('team') ?? undefined;
  const q = address.get('q') ?? undefined;
  const filter: BoardFilter = { ownerId: mine ? person.id : undefined, teamId, q };
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
