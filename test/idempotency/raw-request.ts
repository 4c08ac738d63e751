import { request as send } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface RawRequest {
  readonly method: string;
  /** Below /api/v1. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The answer to the byte, but for what each answer has of its own: when it was given, and whether it was given before. */
export interface RawAnswer {
  readonly status: number;
  readonly body: string;
  readonly etag: string | undefined;
  readonly location: string | undefined;
}

/** How a try ends: whole, or with its socket broken within the request, after it, or within the answer. */
export type Ending = 'whole' | 'broken_in_request' | 'broken_after_request' | 'broken_in_answer';

export interface Try {
  readonly ending: Ending;
  readonly afterMs: number;
  /** How long a broken one still listens. */
  readonly patienceMs: number;
  /** The same key with another request. */
  readonly strange: boolean;
}

/** Sends on a socket of its own. Null when the socket broke before the answer was there. */
export async function attempt(
  url: string,
  request: RawRequest,
  { ending, afterMs, patienceMs }: Try,
): Promise<RawAnswer | null> {
  await pause(afterMs);
  return new Promise((resolve, reject) => {
    const { method, path, body } = request;
    const headers = { ...request.headers, ...(body.length > 0 ? { 'content-length': String(body.length) } : {}) };
    const sent = send(`${url}/api/v1${path}`, { method, headers, agent: false });
    const breakOff = () => {
      sent.destroy();
      resolve(null);
    };
    sent.on('error', (error) => (ending === 'whole' ? reject(error) : resolve(null)));
    sent.on('response', (answer) => {
      if (ending === 'broken_in_answer') return breakOff();
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const { etag, location } = answer.headers;
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8'), etag, location });
      });
    });
    if (ending === 'broken_in_request' && body.length > 1) {
      sent.write(body.subarray(0, Math.floor(body.length / 2)), () => setTimeout(breakOff, patienceMs));
      return;
    }
    sent.end(body);
    if (ending === 'broken_after_request') sent.on('finish', () => setTimeout(breakOff, patienceMs));
  });
}
