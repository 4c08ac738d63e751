import type { Problem } from '@tandem/contracts';
import { presentLocale } from '../i18n/language';
import { ConnectionError, ProblemError } from './problem-error';

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Write {
  readonly method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** The version the person saw; the server refuses when another one is in force. */
  readonly version?: number;
  /** One a deed: a repetition under the same key is carried out once. */
  readonly key: string;
}

const base = '/api/v1';

/** Reads; an empty or missing query value is left out. */
export const read = <Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> =>
  send(address(path, query), { method: 'GET', headers: headers(), signal: signal ?? null });

export function write<Answer>({ method, path, body, version, key }: Write): Promise<Answer> {
  const form = body instanceof FormData;
  return send(address(path), {
    method,
    headers: {
      ...headers(),
      'Idempotency-Key': key,
      ...(body === undefined || form ? {} : { 'Content-Type': 'application/json' }),
      ...(version === undefined ? {} : { 'If-Match': `"v${version}"` }),
    },
    body: form ? body : JSON.stringify(body),
  });
}

const headers = (): Record<string, string> => ({
  Accept: 'application/json',
  'Accept-Language': presentLocale(),
  // Foreign pages cannot set this header without asking, so the server can tell our requests from theirs.
  'X-Requested-With': 'tandem',
});

export function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `${base}${path}${text ? `?${text}` : ''}`;
}

async function send<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, { ...init, credentials: 'same-origin' }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ConnectionError(cause);
  });
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as Answer;
  return (await response.json().catch((cause: unknown) => {
    throw new ConnectionError(cause);
  })) as Answer;
}

async function problemOf(response: Response): Promise<ProblemError> {
  const wait = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const body = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const unknown = { type: 'about:blank', title: response.statusText, detail: '', instance: '', code: 'unknown' };
  return new ProblemError({ ...unknown, ...body, status: response.status }, Number.isFinite(wait) ? wait : null);
}
