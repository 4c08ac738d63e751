import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CreatedPersonWire, NewInvitation, NewPerson, PersonAccountWire, PersonChange } from '@tandem/contracts';
import { read, write } from './client';
import { peopleKey } from './people.api';
import { useWrite } from './use-write';

const accountsKey = [...peopleKey, 'accounts'] as const;

/** Everybody as whoever administers them sees them. */
export const useAccounts = () =>
  useQuery({
    queryKey: accountsKey,
    queryFn: ({ signal }) => read<{ items: PersonAccountWire[] }>('/people/accounts', {}, signal),
  });

export function useAddPerson(onDone: () => void) {
  const refresh = useRefresh();
  return useWrite<NewPerson, CreatedPersonWire>({
    send: (body, key) => write({ method: 'POST', path: '/people', body, key }),
    onDone: () => {
      refresh();
      onDone();
    },
  });
}

/** What is changed about whom; `version` is the one that was seen. */
export interface AccountWanted {
  readonly id: string;
  readonly version: number;
  readonly change: PersonChange;
}

export function useChangePerson(onDone: (changed: PersonAccountWire) => void) {
  const refresh = useRefresh();
  return useWrite<AccountWanted, PersonAccountWire>({
    send: ({ id, version, change }, key) =>
      write({ method: 'PATCH', path: `/people/${id}`, body: change, version, key }),
    onDone: (changed) => {
      refresh();
      onDone(changed);
    },
  });
}

/** A new link for somebody; `version` is the one that was seen. */
type InvitationWanted = Pick<AccountWanted, 'id' | 'version'> & NewInvitation;

export function useInvite(onDone: () => void) {
  const refresh = useRefresh();
  return useWrite<InvitationWanted, PersonAccountWire>({
    send: ({ id, version, token }, key) =>
      write({ method: 'POST', path: `/people/${id}/invitations`, body: { token }, version, key }),
    onDone: () => {
      refresh();
      onDone();
    },
  });
}

function useRefresh(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: peopleKey });
}
