import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  DemoProgress,
  InvitationAnswer,
  InvitationAnswered,
  Me,
  Setup,
  SetupDone,
  SetupState,
} from '@tandem/contracts';
import { read, write } from './client';
import { newKey } from './new-key';
import { isProblem } from './problem-error';
import { meKey } from './session.api';
import { setupKey } from './setup-state.api';
import { useWrite } from './use-write';

const closed: SetupState = { isOpen: false };
const progressKey = ['setup', 'demo'] as const;

/** What was set up, and whether whoever did it is signed in; they are not where the way there broke in between. */
export interface Begun extends SetupDone {
  readonly me: Me | null;
}

/** Sets up, and signs in whoever did: the one may be sent twice, the other makes a session each time. */
export function useBegin(onDone: (begun: Begun) => void) {
  const client = useQueryClient();
  return useWrite<Setup, Begun>({
    send: async (body, key) => {
      const done = await write<SetupDone>({ method: 'POST', path: '/setup', body, key }).catch((error: unknown) => {
        // Whoever comes second has nothing more to do here.
        if (isProblem(error) && error.code === 'setup.done_already') client.setQueryData(setupKey, closed);
        throw error;
      });
      const { email, password } = body.administrator;
      return { ...done, me: await signedIn(email, password) };
    },
    onDone: (begun) => {
      client.setQueryData(setupKey, closed);
      if (begun.me) client.setQueryData(meKey, begun.me);
      onDone(begun);
    },
  });
}

/** The same for somebody who was invited. */
export function useAnswerInvitation(onDone: (me: Me | null) => void) {
  const client = useQueryClient();
  return useWrite<InvitationAnswer, Me | null>({
    send: async (body, key) => {
      const { email } = await write<InvitationAnswered>({ method: 'POST', path: '/invitations/answers', body, key });
      return signedIn(email, body.password);
    },
    onDone: (me) => {
      client.clear();
      if (me) client.setQueryData(meKey, me);
      onDone(me);
    },
  });
}

const signedIn = (email: string, password: string): Promise<Me | null> =>
  write<Me>({ method: 'POST', path: '/session', body: { email, password }, key: newKey() }).catch(() => null);

/** How far the demo company has come; null where none was wished for in a browser. */
export const demoProgressQuery = queryOptions({
  queryKey: progressKey,
  queryFn: async ({ signal }) => {
    try {
      return await read<DemoProgress>('/setup/demo', {}, signal);
    } catch (error) {
      if (isProblem(error, 404) || isProblem(error, 403)) return null;
      throw error;
    }
  },
});

export const useDemoProgress = (enabled: boolean) =>
  useQuery({
    ...demoProgressQuery,
    enabled,
    refetchInterval: ({ state: { data } }) => (data?.state === 'waiting' || data?.state === 'running' ? 700 : false),
  });

export function useDemoAgain() {
  const client = useQueryClient();
  return useWrite<void, DemoProgress>({
    send: (_, key) => write({ method: 'POST', path: '/setup/demo', key }),
    onDone: (progress) => client.setQueryData(progressKey, progress),
  });
}

/** What was asked before the demo company stood is old: who is here, and everything else. */
export function useEnter(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'setup' });
}
