import type { Me } from '@tandem/contracts';
import { noop } from '@tanstack/react-query';
import type { LoaderFunctionArgs, Params } from 'react-router';
import { queryClient } from './api/query-client';
import { session } from './api/session.api';

/** Who comes to a page, and by which address. */
export interface Visit {
  readonly me: Me;
  readonly address: URLSearchParams;
  readonly params: Params;
}

/** What a page will ask the server for; exported by its module as `ahead`, so that the answer is on its way while the page is made. */
export type Ahead = (visit: Visit, ask: Ask, askPages: AskPages) => void;
type Ask = (typeof queryClient)['query'];
type AskPages = (typeof queryClient)['infiniteQuery'];

const ask: Ask = (query) => {
  const asked = queryClient.query({ ...query, staleTime: 0 });
  // The page asks for the same, and says what went wrong.
  asked.catch(noop);
  return asked;
};

/** The same for a list that comes in pages. */
const askPages: AskPages = (query) => {
  const asked = queryClient.infiniteQuery({ ...query, staleTime: 0 });
  asked.catch(noop);
  return asked;
};

/** Every page inside needs to know who is here, and so does whatever it asks for: asked once, while the page itself is still on its way. */
export const askWho = (): Promise<Me | null> =>
  // Whoever is not known, or cannot be, is told so by the shell.
  queryClient.query({ ...session, staleTime: 'static' }).catch(() => null);

/** Asks for all of it and waits for nothing but the session, which every page needs. */
export const askAhead =
  (ahead: Ahead) =>
  async ({ request, params }: LoaderFunctionArgs): Promise<null> => {
    const me = await askWho();
    if (me) ahead({ me, address: new URL(request.url).searchParams, params }, ask, askPages);
    return null;
  };
