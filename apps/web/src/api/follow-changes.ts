import type { QueryClient } from '@tanstack/react-query';
import type { ChangesWire } from '@tandem/contracts';
import { askingAgain } from './ask-again';
import { address } from './client';
import { meKey } from './session.api';
import { allStale, staleBy } from './stale-by';

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

/**
 * Hears from the server what changed and asks again for what is shown; only while somebody looks, because a browser opens few
 * connections to one server. After a break of any kind it asks for everything that is shown.
 */
export function followChanges(client: QueryClient): () => void {
  const again = askingAgain(client);
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let hasMissed = false;

  open();
  document.addEventListener('visibilitychange', turn);
  window.addEventListener('online', open);
  return () => {
    document.removeEventListener('visibilitychange', turn);
    window.removeEventListener('online', open);
    close();
    again.stop();
  };

  function open(): void {
    clearTimeout(timer);
    if (source !== null || document.hidden) return;
    source = new EventSource(address('/changes'));
    source.addEventListener('open', () => {
      failures = 0;
      if (hasMissed) again.ask(allStale);
      hasMissed = false;
    });
    source.addEventListener('changed', ({ data }: MessageEvent<string>) =>
      again.ask(staleBy(JSON.parse(data) as ChangesWire)),
    );
    source.addEventListener('error', () => {
      hasMissed = true;
      // Otherwise the browser tries again by itself.
      if (source?.readyState === EventSource.CLOSED) comeBackLater();
    });
  }

  /** Whether the session has ended or the server is away is told by asking who is here. */
  function comeBackLater(): void {
    close();
    const pause = Math.min(firstPauseMs * 2 ** failures++, longestPauseMs);
    timer = setTimeout(open, pause * (0.5 + Math.random()));
    void client.refetchQueries({ queryKey: meKey });
  }

  function close(): void {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  function turn(): void {
    if (!document.hidden) return open();
    hasMissed = true;
    close();
  }
}
