import { setTimeout as pause } from 'node:timers/promises';
import type { ChangesWire } from '@tandem/contracts';
import type { Client } from './client';

/** The news on an open stream, as they come. */
export interface Following {
  readonly status: number;
  readonly headers: Headers;
  readonly heard: readonly ChangesWire[];
  /** Waits for news that speak of this record, and tells after how many milliseconds they came. */
  hearOf(id: string, longestMs?: number): Promise<number>;
  /** Settles when the server ends it. */
  readonly ended: Promise<void>;
  leave(): void;
}

/** Listens to what changes, as a browser window does. */
export async function followChanges({ sessionCookie }: Client, url: string): Promise<Following> {
  const leaving = new AbortController();
  const answer = await fetch(`${url}/api/v1/changes`, { headers: { cookie: sessionCookie }, signal: leaving.signal });
  const heard: ChangesWire[] = [];
  const take = async () => {
    let text = '';
    for await (const bytes of answer.body ?? []) {
      text += Buffer.from(bytes as Uint8Array).toString('utf8');
      const whole = text.split('\n\n');
      text = whole.pop() ?? '';
      heard.push(...whole.flatMap(newsIn));
    }
  };
  return {
    status: answer.status,
    headers: answer.headers,
    heard,
    hearOf: async (id, longestMs = 5_000) => {
      for (const since = performance.now(); ;) {
        if (heard.some(({ ids }) => ids?.includes(id))) return performance.now() - since;
        if (performance.now() - since > longestMs) throw new Error(`nothing was heard of ${id}`);
        await pause(10);
      }
    },
    ended: take().catch(() => undefined),
    leave: () => leaving.abort(),
  };
}

function newsIn(message: string): ChangesWire[] {
  const data = /^event: changed\ndata: (.*)$/.exec(message)?.[1];
  return data === undefined ? [] : [JSON.parse(data) as ChangesWire];
}
