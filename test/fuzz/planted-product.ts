import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ground } from './ground';
import { operationsOf, type Document } from './operations';
import type { Target } from './subject';

/** What a careless change could bring into a product; one at a time. */
export const defects = {
  breaks: 'that nobody foresaw',
  'shows a trace': 'a stack trace',
  'shows a statement': 'SQL',
  'answers an unknown status': '418 is not documented',
  'answers one field more': 'does not fit',
  'refuses in plain text': 'a refusal as text/plain',
  'writes while it reads': 'changed thing though',
  'writes and then refuses': 'changed thing though',
  'remembers what it refused': 'were carried out and',
  'forgets the key': 'answered otherwise',
  'answers by chance': 'answered otherwise',
  'takes anything': 'what the document does not allow',
  'takes the last of two': 'what the document does not allow',
  'lets nobody in': '403 to a role that may',
  'lets anybody in': 'without a session',
  'lets every role in': 'to a role that may not',
  'says nothing of when': '503 without Retry-After',
  'hangs up': 'no answer',
} as const;

export type Defect = keyof typeof defects;

const id = '01890000-0000-7000-8000-000000000001';
const thing = {
  type: 'object',
  properties: { id: { type: 'string', format: 'uuid' }, name: { type: 'string', maxLength: 40 } },
  required: ['id', 'name'],
  additionalProperties: false,
};
const problem = { 'application/problem+json': { schema: { type: 'object' } } };
const refusals = Object.fromEntries(
  [400, 401, 403, 404, 409, 413, 415, 503].map((status) => [status, { content: problem }]),
);
const wish = { ...thing, properties: { name: { type: 'string', minLength: 1, maxLength: 40 } }, required: ['name'] };

const document: Document = {
  paths: {
    '/api/v1/things/{id}': {
      get: {
        parameters: [{ in: 'path', name: 'id', required: true, schema: { type: 'string', format: 'uuid' } }],
        responses: { 200: { content: { 'application/json': { schema: thing } } }, ...refusals },
      },
    },
    '/api/v1/things': {
      post: {
        parameters: [{ in: 'header', name: 'Idempotency-Key', schema: { type: 'string' } }],
        requestBody: { content: { 'application/json': { schema: wish } } },
        responses: { 201: { content: { 'application/json': { schema: thing } } }, ...refusals },
      },
    },
  },
};

/** A product of one table, as good as it can be but for one defect. */
export async function startPlanted(
  defect: Defect | null,
): Promise<{ readonly target: Target; readonly stop: () => void }> {
  const kept = new Map<string, string>();
  let [rows, remembered] = [0, 0];

  const answer = (response: ServerResponse, status: number, body: object, media = 'application/json') =>
    response.writeHead(status, { 'Content-Type': media, 'Retry-After': '1' }).end(JSON.stringify(body));
  const refuse = (response: ServerResponse, status: number, instance: string, detail = 'No.') => {
    if (defect === 'refuses in plain text')
      return response.writeHead(status, { 'Content-Type': 'text/plain' }).end('No.');
    const code = { 401: 'session.missing', 403: 'policy.refused' }[status] ?? 'thing.refused';
    return answer(response, status, { status, code, detail, instance }, 'application/problem+json');
  };

  function serve(request: IncomingMessage, response: ServerResponse, text: string): unknown {
    const { url = '', method, headers } = request;
    const cookie = headers.cookie === 'rep' || headers.cookie === 'viewer' ? headers.cookie : undefined;
    if (defect === 'hangs up' && method === 'GET') return response.destroy();
    if (defect === 'lets nobody in' && cookie) return refuse(response, 403, url);
    if (!cookie && defect !== 'lets anybody in') return refuse(response, 401, url);
    if (method === 'GET') {
      if (defect === 'writes while it reads') rows += 1;
      if (url !== `/api/v1/things/${id}`) return refuse(response, 404, url);
      return answer(response, 200, { id, name: defect === 'answers by chance' ? String(Math.random()) : 'x' });
    }
    if (cookie === 'viewer' && defect !== 'lets every role in') {
      if (defect === 'writes and then refuses') rows += 1;
      return refuse(response, 403, url);
    }
    const key = String(headers['idempotency-key'] ?? 'none');
    if (headers.origin || headers['sec-fetch-site'] || key.trim() === '' || key.length > 255)
      return refuse(response, 400, url);
    const known = kept.get(key);
    if (known !== undefined && defect !== 'forgets the key') return answer(response, 201, JSON.parse(known) as object);
    const isSaidTwice = text.split('"name":').length > 2;
    const name = isSaidTwice && defect !== 'takes the last of two' ? null : nameIn(text);
    if (name === null && defect !== 'takes anything') {
      if (defect === 'breaks') return answer(response, 500, {});
      if (defect === 'says nothing of when')
        return response
          .writeHead(503, { 'Content-Type': 'application/problem+json' })
          .end(JSON.stringify({ status: 503, code: 'away', detail: 'No.', instance: url }));
      if (defect === 'answers an unknown status') return refuse(response, 418, url);
      if (defect === 'shows a trace') return refuse(response, 400, url, 'Error: x\n    at f (file:1:2)');
      if (defect === 'shows a statement') return refuse(response, 400, url, 'SELECT name FROM thing WHERE x');
      return refuse(response, 400, url);
    }
    if (name?.startsWith('Fair')) {
      if (defect === 'remembers what it refused') remembered += 20;
      return refuse(response, 409, url);
    }
    rows += 1;
    remembered += 1;
    const made = {
      id,
      name: `${name} ${rows}`.slice(0, 40),
      ...(defect === 'answers one field more' ? { secret: 1 } : {}),
    };
    kept.set(key, JSON.stringify(made));
    return answer(response, 201, made);
  }

  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString('utf8')));
    request.on('end', () => serve(request, response, text));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const operations = operationsOf(document);
  const ground = new Ground();
  ground.learn('/things', { id });
  return {
    target: {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      operations,
      ground,
      callers: [
        { name: 'rep', cookie: () => Promise.resolve('rep'), door: () => 'open' },
        {
          name: 'viewer',
          cookie: () => Promise.resolve('viewer'),
          door: ({ method }) => (method === 'GET' ? 'open' : 'forbidden'),
        },
        { name: 'anonymous', cookie: () => Promise.resolve(null), door: () => 'closed' },
      ],
      state: () => Promise.resolve(new Map([['thing', String(rows)]])),
      freshen: () => Promise.resolve([]),
      remembered: () => Promise.resolve(remembered),
    },
    stop: () => void server.close(),
  };
}

/** The name of a body that is just as the document has it; null for every other. */
function nameIn(text: string): string | null {
  try {
    const body = JSON.parse(text) as { name?: unknown };
    const fits =
      typeof body.name === 'string' &&
      body.name.length > 0 &&
      [...body.name].length <= 40 &&
      Object.keys(body).length === 1;
    return fits ? (body.name as string) : null;
  } catch {
    return null;
  }
}
