import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { guardedLookup, isOutside, PrivateAddress } from './guarded-lookup';
import { addressBytes } from './rules/public-address';
import { WebhookTransport, type Post, type Seen } from './webhook-transport';

const mostBytes = 64 * 1024;
const shownBytes = 200;
/** The status is known; what follows is only kept to look at. */
const readMs = 2_000;

interface Wishes {
  /** Whether the house itself may be called. */
  readonly allowPrivate: boolean;
  readonly lookup?: LookupFunction;
  /** Until the connection stands. */
  readonly connectMs?: number;
  /** Until all is over. */
  readonly wholeMs?: number;
}

class TooLate extends Error {}

/**
 * One connection a try, no redirects, an answer read to 64 kB at most, and an end in time whatever the other side does.
 * The status alone decides; it is known before the answer is read.
 */
export class HttpTransport extends WebhookTransport {
  constructor(private readonly wishes: Wishes) {
    super();
  }

  async post(post: Post): Promise<Seen> {
    const started = performance.now();
    const tookMs = () => Math.round(performance.now() - started);
    try {
      const { status, retryAfter, beginning } = await this.exchange(post);
      return {
        outcome: outcomeOf(status),
        status,
        detail: beginning || null,
        retryAfterSeconds: /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) : null,
        tookMs: tookMs(),
      };
    } catch (error) {
      return { ...failureOf(error), status: null, retryAfterSeconds: null, tookMs: tookMs() };
    }
  }

  private async exchange({ url: address, headers, body }: Post) {
    const url = new URL(address);
    const { allowPrivate, connectMs = 5_000, wholeMs = 10_000 } = this.wishes;
    // A number needs no look-up, so nothing would judge it later.
    const literal = addressBytes(url.hostname);
    if (!allowPrivate && literal && !isOutside(url.hostname)) throw new PrivateAddress(url.hostname);
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      agent: false,
      headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' },
      maxHeaderSize: 16_384,
      ...(allowPrivate ? {} : { lookup: this.wishes.lookup ?? guardedLookup() }),
    });
    const timers = [
      setTimeout(() => request.destroy(new TooLate(`no answer within ${wholeMs / 1_000} s`)), wholeMs),
      connectTimer(request, connectMs, url.protocol === 'https:' ? 'secureConnect' : 'connect'),
    ];
    try {
      request.end(body);
      const response = await answerTo(request);
      return {
        status: response.statusCode ?? 0,
        retryAfter: String(response.headers['retry-after'] ?? ''),
        beginning: await beginningOf(response),
      };
    } finally {
      for (const timer of timers) clearTimeout(timer);
      request.destroy();
    }
  }
}

function connectTimer(request: ClientRequest, milliseconds: number, stands: 'connect' | 'secureConnect') {
  const timer = setTimeout(
    () => request.destroy(new TooLate(`no connection within ${milliseconds / 1_000} s`)),
    milliseconds,
  );
  request.on('socket', (socket) => socket.once(stands, () => clearTimeout(timer)));
  return timer;
}

const answerTo = (request: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.on('error', reject);
    request.once('upgrade', () => reject(new Error('the receiver changed the protocol')));
    request.once('close', () => reject(new Error('the connection was closed without an answer')));
  });

/** Reads on until the end or the limit; an answer that breaks off or drips is as good as its status. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let read = 0;
  const timer = setTimeout(() => response.destroy(), readMs);
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      if (read < shownBytes) parts.push(part);
      read += part.length;
      if (read >= mostBytes) break;
    }
  } catch {
    // The status has been told already.
  } finally {
    clearTimeout(timer);
  }
  const text = Buffer.concat(parts).subarray(0, shownBytes).toString('utf8');
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\uFFFD]+/gu, ' ').trim();
}

function outcomeOf(status: number): Seen['outcome'] {
  if (status >= 200 && status < 300) return 'delivered';
  return status >= 300 && status < 400 ? 'redirected' : 'refused';
}

function failureOf(error: unknown): Pick<Seen, 'outcome' | 'detail'> {
  const { message, code } = error as NodeJS.ErrnoException;
  const detail = (message || code || 'no answer').slice(0, 300);
  if (error instanceof PrivateAddress) return { outcome: 'private_address', detail };
  return { outcome: error instanceof TooLate ? 'timed_out' : 'unreachable', detail };
}
