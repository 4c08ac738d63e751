import { noop } from '@tanstack/react-query';
import { outside, pageFiles } from '../page-files';
import { pageModule } from '../page-modules';
import { groups } from './pages';

/** The page in front of everybody comes first; then there is time. */
const restMs = 1_500;

/** Fetches one page after the other while nothing else is to do, so that going there waits for its records alone. Gives what ends it. */
export function fetchPages(may: readonly string[]): () => void {
  if (savesData()) return noop;
  const closed = groups
    .flatMap<{ to: string; may: string | null }>(({ pages }) => [...pages])
    .filter((page) => page.may !== null && !may.includes(page.may))
    .map(({ to }) => to.slice(1));
  const isClosed = (path: string) => closed.some((one) => path === one || path.startsWith(`${one}/`));
  const waiting = pageFiles.filter(({ path }) => !outside.includes(path) && !isClosed(path));
  let timer = setTimeout(fetchNext, restMs);
  return () => {
    waiting.length = 0;
    clearTimeout(timer);
  };

  function fetchNext(): void {
    const next = waiting.shift();
    if (!next) return;
    // Whoever goes there hears what went wrong.
    void pageModule(next.file)
      .catch(noop)
      .then(() => (timer = setTimeout(fetchNext)));
  }
}

/** Some browsers know of people who pay for every byte. */
const savesData = (): boolean =>
  (navigator as { connection?: { readonly saveData?: boolean } }).connection?.saveData === true;
