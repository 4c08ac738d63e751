import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** An answer with its body already read; empty bodies are null. */
// A story reads what a user would see in it; the contract's schemas check the shape on the way out.
// oxlint-disable-next-line typescript/no-explicit-any
export interface Answer<Body = any> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

interface Options {
  /** The version the caller has seen; sent as If-Match. */
  readonly version?: number;
  /** Default: a new key for each call. Null sends none. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: a read that is turned away because the machine has too much to do is asked again. */
  readonly patient?: boolean;
}

/** Speaks HTTP as one signed-in person (or as nobody), the way the web application does. */
export class Client {
  private cookie = '';

  constructor(
    readonly url: string,
    private readonly language = 'en',
  ) {}

  get = (path: string, options?: Options) => this.send('GET', path, undefined, options);
  post = (path: string, body?: unknown, options?: Options) => this.send('POST', path, body, options);
  put = (path: string, body?: unknown, options?: Options) => this.send('PUT', path, body, options);
  patch = (path: string, body?: unknown, options?: Options) => this.send('PATCH', path, body, options);
  delete = (path: string, options?: Options) => this.send('DELETE', path, undefined, options);

  async signIn(email: string, password: string): Promise<Answer> {
    const answer = await this.post('/session', { email, password });
    this.cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return answer;
  }

  /** The session cookie, for a browser that shall be signed in already. */
  get sessionCookie(): string {
    return this.cookie;
  }

  /** `path` stands below /api/v1. */
  async send(method: string, path: string, body?: unknown, options: Options = {}): Promise<Answer> {
    for (let left = options.patient === false || method !== 'GET' ? 0 : 60; ; left--) {
      const answer = await this.try(method, path, body, options);
      if (left === 0 || answer.status !== 503 || answer.body?.code !== 'api.overloaded') return answer;
      await pause(500);
    }
  }

  private async try(method: string, path: string, body: unknown, { version, key, headers }: Options): Promise<Answer> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        'accept-language': this.language,
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' || key === null ? {} : { 'idempotency-key': key ?? randomUUID() }),
        ...(version === undefined ? {} : { 'if-match': `"v${version}"` }),
        ...headers,
      },
      body: bodyOf(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: readBody(text, answer.headers), headers: answer.headers };
  }
}

function bodyOf(body: unknown): string | FormData | null {
  if (body === undefined) return null;
  return typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body);
}

function readBody(text: string, headers: Headers): unknown {
  if (text === '') return null;
  return /json/.test(headers.get('content-type') ?? '') ? JSON.parse(text) : text;
}
