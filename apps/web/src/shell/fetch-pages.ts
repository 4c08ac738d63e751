import { noop } from '@tanstack/react-query';
import { funnel } from '../api/funnel.api';
import { queryClient } from '../api/query-client';
import { savedViews } from '../api/saved-views.api';
import { outside, pageFiles } from '../page-files';
import { pageModule } from '../page-modules';
import { groups } from './pages';

/** The page in front of everybody comes first, with all it asks for; then there is time. */
const restMs = 200;

/** Fetches one page after the other while nothing else is to do, so that going there waits for its records alone. Gives what ends it. */
export function fetchPages(may: readonly string[]): () => void {
  if (savesData()) return noop;
  const closed = groups
    .flatMap<{ to: string; may: string | null }>(({ pages }) => [...pages])
    .filter((page) => page.may !== null && !may.includes(page.may))
    .map(({ to }) => to.slice(1));
  const isClosed = (path: string) => closed.some((one) => path === one || path.startsWith(`${one}/`));
  const waiting = pageFiles.filter(({ path }) => !outside.includes(path) && !isClosed(path));
  let timer = setTimeout(begin, restMs);
  return () => {
    waiting.length = 0;
    clearTimeout(timer);
  };

  function begin(): void {
    if (queryClient.isFetching() > 0) {
      timer = setTimeout(begin, restMs);
      return;
    }
    whenIdle(fetchNext);
    // Small, the same on many pages, and known for minutes.
    void queryClient.query({ ...savedViews, staleTime: 'static' }).catch(noop);
    void queryClient.query({ ...funnel, staleTime: 'static' }).catch(noop);
  }

  function fetchNext(): void {
    const next = waiting.shift();
    if (!next) return;
    // Whoever goes there hears what went wrong.
    void pageModule(next.file)
      .catch(noop)
      .then(() => whenIdle(fetchNext));
  }
}

/** A long board is still being drawn below its first cards when all its records are here; not every browser can tell. */
const whenIdle = (then: () => void): void =>
  void ('requestIdleCallback' in globalThis ? requestIdleCallback(then) : setTimeout(then));

/** Some browsers know of people who pay for every byte. */
const savesData = (): boolean =>
  (navigator as { connection?: { readonly saveData?: boolean } }).connection?.saveData === true;
