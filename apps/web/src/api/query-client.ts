import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { keepUndo } from '../deeds/undo';
import { connection } from './connection';
import { isPassing, isProblem } from './problem-error';
import { meKey } from './session.api';

/** One place hears every answer: a lost session leads to sign-in, a lost connection to the banner. */
const hear = (error: unknown): void => {
  if (isProblem(error, 401)) queryClient.setQueryData(meKey, null);
  if (isPassing(error)) connection.lost();
};

/** Whatever was changed is now the latest deed: what it says afterwards may offer its own way back, an earlier one is gone. */
const hearChange = (): void => {
  keepUndo(null);
  connection.found();
};

// As soon as the present task is done: a timer would wait until the next pictures are made, and a moved card with it.
notifyManager.setScheduler(queueMicrotask);

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: hear, onSuccess: connection.found }),
  mutationCache: new MutationCache({ onError: hear, onSuccess: hearChange }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'always',
      retry: (failures, error) => isPassing(error) && failures < 3,
      retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 4000),
    },
    // A change that waits in the browser looks saved and is not: it is tried at once, and fails in the open.
    mutations: {
      networkMode: 'always',
      retry: (failures, error) => isPassing(error) && failures < 2,
      retryDelay: (attempt) => 400 * 3 ** attempt,
    },
  },
});
