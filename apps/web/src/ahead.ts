import type { Me } from '@tandem/contracts';
import { noop } from '@tanstack/react-query';
import type { LoaderFunctionArgs } from 'react-router';
import { queryClient } from './api/query-client';
import { session } from './api/session.api';

/** Who comes to a page, and by which address. */
export interface Visit {
  readonly me: Me;
  readonly address: URLSearchParams;
}

/** What a page will ask the server for; exported by its module as `ahead`, so that the answer is on its way while the page is made. */
export type Ahead = (visit: Visit, ask: Ask) => void;
type Ask = (typeof queryClient)['query'];

const ask: Ask = (query) => {
  const asked = queryClient.query({ ...query, staleTime: 0 });
  // The page asks for the same, and says what went wrong.
  asked.catch(noop);
  return asked;
};

/** Asks for all of it and waits for nothing but the session, which every page needs. */
export const askAhead =
  (ahead: Ahead) =>
  async ({ request }: LoaderFunctionArgs): Promise<null> => {
    // Whoever is not known, or cannot be, is told so by the shell.
    const me = await queryClient.query({ ...session, staleTime: 'static' }).catch(() => null);
    if (me) ahead({ me, address: new URL(request.url).searchParams }, ask);
    return null;
  };
