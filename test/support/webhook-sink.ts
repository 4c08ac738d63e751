import { createHmac } from 'node:crypto';
import http, { type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the receiver does with what comes next. */
export type Reception =
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  | 'hang'
  | 'cut'
  | 'drip'
  | 'drip_after_status'
  | 'endless';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Milliseconds since the sink was started. */
  readonly at: number;
}

/** A receiver of webhooks of its own for one test; it keeps a journal of everything that came, answered or not. */
export interface WebhookSink {
  readonly url: string;
  readonly received: Received[];
  /** Connections taken, also those that sent nothing. */
  readonly connections: () => number;
  /** Bytes of endless answers that somebody took. */
  readonly poured: () => number;
  /** The next ones, in their order; after that everything is answered with 204. */
  next(...receptions: Reception[]): void;
  /** From now on, until something else is said. */
  always(reception: Reception | null): void;
  forget(): void;
  stop(): Promise<void>;
}

export async function startWebhookSink(): Promise<WebhookSink> {
  const received: Received[] = [];
  const queue: Reception[] = [];
  const started = performance.now();
  let rule: Reception | null = null;
  let connections = 0;
  let poured = 0;
  const server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      const at = performance.now() - started;
      received.push({ path: request.url ?? '', headers: request.headers, body, at });
      receive(queue.shift() ?? rule ?? { status: 204 }, response, (bytes) => (poured += bytes));
    });
    request.on('error', () => undefined);
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    connections: () => connections,
    poured: () => poured,
    next: (...receptions) => void queue.push(...receptions),
    always: (reception) => void (rule = reception),
    forget: () => {
      received.length = 0;
      queue.length = 0;
      rule = null;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function receive(reception: Reception, response: ServerResponse, pour: (bytes: number) => void): void {
  response.on('error', () => undefined);
  if (reception === 'hang') return;
  if (reception === 'cut') return void response.destroy();
  if (reception === 'drip') {
    response.socket?.write('HTTP/1.1 200 OK\r\nx-drop: ');
    return drip(response, () => response.socket?.write('.'));
  }
  response.writeHead(typeof reception === 'object' ? reception.status : 200, headersOf(reception));
  if (reception === 'drip_after_status') drip(response, () => response.write('.'));
  else if (reception === 'endless') endless(response, pour);
  else response.end(reception.body ?? '');
}

const headersOf = (reception: Reception) => (typeof reception === 'object' ? { ...reception.headers } : {});

/** A byte now and then, so that the connection never looks idle. */
function drip(response: ServerResponse, drop: () => unknown): void {
  const timer = setInterval(drop, 100);
  response.on('close', () => clearInterval(timer));
}

const gigabyte = 2 ** 30;

function endless(response: ServerResponse, pour: (bytes: number) => void): void {
  const part = Buffer.alloc(64 * 1024, 'x');
  let sent = 0;
  const more = () => {
    while (sent < gigabyte && !response.destroyed) {
      sent += part.length;
      pour(part.length);
      if (!response.write(part)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
}

/** Whether a receiver with this secret takes the message for ours, as Standard Webhooks lays down. */
export function isSigned({ headers, body }: Pick<Received, 'headers' | 'body'>, secret: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(expected);
}
