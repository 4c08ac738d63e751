import { Agent, request as open, type IncomingHttpHeaders } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Request } from './request';

/** An answer as it came; `status` 0 says that the connection broke instead. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly milliseconds: number;
}

const mostKnocks = 60;
const restMs = 500;

/** Too much to do, and nothing was done: whoever is turned away by that has learned nothing of what they asked. */
const isTurnedAway = ({ status, headers, text }: Omit<Answer, 'milliseconds'>): boolean =>
  status === 503 && headers['retry-after'] !== undefined && /"code":"(api\.overloaded|database\.busy)"/.test(text);

/** Speaks HTTP over connections that stay open, with the headers exactly as they are given. */
export class Wire {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 32 });
  private readonly host: string;
  private readonly port: number;

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.host = hostname;
    this.port = Number(port);
  }

  /** On a busy machine it knocks again until it is heard. */
  async send(request: Pick<Request, 'operation' | 'target' | 'headers' | 'body'>): Promise<Answer> {
    for (let knocks = 1; ; knocks++) {
      const since = performance.now();
      const answer = await this.exchange(request).catch((error: Error) => ({
        status: 0,
        headers: {},
        text: error.message,
      }));
      if (knocks === mostKnocks || !isTurnedAway(answer)) return { ...answer, milliseconds: performance.now() - since };
      await pause(restMs);
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private exchange({
    operation,
    target,
    headers,
    body,
  }: Parameters<Wire['send']>[0]): Promise<Omit<Answer, 'milliseconds'>> {
    return new Promise((resolve, reject) => {
      const all = [
        ['Host', `${this.host}:${this.port}`] as const,
        ...headers,
        ...(body || operation.method !== 'GET' ? [['Content-Length', String(body?.length ?? 0)] as const] : []),
      ];
      const sent = open(
        {
          host: this.host,
          port: this.port,
          method: operation.method,
          path: target,
          agent: this.agent,
          headers: all.flat(),
          timeout: 30_000,
        },
        (answer) => {
          const parts: Buffer[] = [];
          const told = () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              text: Buffer.concat(parts).toString('utf8'),
            });
          // A stream of events goes on until somebody leaves: its beginning is the answer.
          const isEndless = answer.headers['content-type']?.startsWith('text/event-stream');
          answer.on('data', (part: Buffer) => {
            parts.push(part);
            if (!isEndless) return;
            told();
            answer.destroy();
          });
          answer.on('error', reject);
          answer.on('end', told);
        },
      );
      sent.on('timeout', () => sent.destroy(new Error('no answer within 30 s')));
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
  }
}

/** At most `width` of them at once; the answers stand in the order of the requests. */
export async function inFlight<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as Item);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
