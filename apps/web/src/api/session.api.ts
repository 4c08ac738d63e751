import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Me, OwnPassword, SignIn } from '@tandem/contracts';
import { speak, type Locale } from '../i18n/language';
import { read, write } from './client';
import { newKey } from './new-key';
import { isProblem } from './problem-error';
import { forgetOpportunities } from './recent-opportunities';
import { useWrite } from './use-write';

export const meKey = ['me'] as const;

/** Null when nobody is signed in. */
async function findMe(signal?: AbortSignal): Promise<Me | null> {
  try {
    const me = await read<Me>('/session', {}, signal);
    await speak(me.person.locale);
    return me;
  } catch (error) {
    if (isProblem(error, 401)) {
      // Signed out elsewhere: what another window kept meanwhile leaves the browser too.
      forgetOpportunities();
      return null;
    }
    throw error;
  }
}

export const session = queryOptions({
  queryKey: meKey,
  queryFn: ({ signal }) => findMe(signal),
  staleTime: 5 * 60_000,
});

export const useSession = () => useQuery(session);

/** The signed-in person; only for what stands inside the shell. */
export function useMe(): Me {
  const me = useQueryClient().getQueryData<Me | null>(meKey);
  if (!me) throw new Error('nobody is signed in');
  return me;
}

export function useSignIn(onDone: () => void) {
  const client = useQueryClient();
  return useWrite<SignIn, Me>({
    send: (body, key) => write({ method: 'POST', path: '/session', body, key }),
    onDone: (me) => {
      client.clear();
      client.setQueryData(meKey, me);
      void speak(me.person.locale);
      onDone();
    },
  });
}

export const useChangePassword = (onDone: () => void) =>
  useWrite<OwnPassword, void>({
    send: (body, key) => write({ method: 'PUT', path: '/session/password', body, key }),
    onDone,
  });

export function useSignOut() {
  const client = useQueryClient();
  return useWrite<void, void>({
    send: (_, key) => write({ method: 'DELETE', path: '/session', key }),
    onDone: () => {
      forgetOpportunities();
      // Whoever watches who is signed in must hear of it: a cache that is cleared tells nobody.
      client.setQueryData(meKey, null);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
    },
  });
}

/** They were shown around, or do not want to be. Where it cannot be kept it is offered once more on another visit, and nothing worse. */
export function useRememberTour(): () => void {
  const client = useQueryClient();
  return () => {
    const me = client.getQueryData<Me | null>(meKey);
    if (!me || me.person.isToured) return;
    client.setQueryData<Me>(meKey, { ...me, person: { ...me.person, isToured: true } });
    void write<Me>({ method: 'PATCH', path: '/session/preferences', body: { isToured: true }, key: newKey() }).catch(
      () => undefined,
    );
  };
}

/** Speaks the language at once and remembers it with the person; what the server wrote in the old one is asked for again. */
export function useSpeak(): (locale: Locale) => void {
  const client = useQueryClient();
  return (locale) => {
    void speak(locale);
    const me = client.getQueryData<Me | null>(meKey);
    if (!me) return;
    client.setQueryData<Me>(meKey, { ...me, person: { ...me.person, locale } });
    void write<Me>({ method: 'PATCH', path: '/session/preferences', body: { locale }, key: newKey() })
      .catch(() => undefined)
      .finally(() => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== meKey[0] }));
  };
}
