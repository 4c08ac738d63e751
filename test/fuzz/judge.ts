import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Operation, Schema } from './operations';
import type { Request } from './request';
import type { Answer } from './wire';

/** Whether somebody may come in at all. */
export type Door = 'open' | 'forbidden' | 'closed';

const mostMilliseconds = 2_000;
const problemMedia = 'application/problem+json';

/** What the server says of a request that it cannot read as HTTP, and so before it knows which operation is meant. */
const beforeAnyRoute = new Set([408, 417, 431]);

/** What no answer may show: a trace, a statement, a driver's error, a path of the machine. */
const secrets: readonly (readonly [string, RegExp])[] = [
  ['a stack trace', /(\n|\\n)\s+at .+:\d+:\d+|node_modules|\bnode:internal\b/],
  ['a source file', /\b[\w-]+\.(ts|js|mjs):\d+/],
  ['SQL', /\b(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s.+\sSET|DELETE\s+FROM)\s/],
  [
    'an error of the driver',
    /\bER_[A-Z_]{3,}|\bFST_ERR|\bECONN[A-Z]+|QueryFailedError|(Type|Reference|Range)Error|\bZodError/,
  ],
  ['a path of the machine', /(^|["\s(])\/(home|root|usr|var|etc|tmp|opt|proc|dev)\//],
  ['an object written as text', /\[object \w+\]/],
];

/** Says what is wrong with an answer; every sentence of the contract that a single answer can break. */
export class Judge {
  private readonly ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
  private readonly checks = new WeakMap<Schema, ValidateFunction>();

  /** Whether a parsed body is one that the operation takes. */
  fits = (operation: Operation, body: unknown): boolean =>
    operation.body === null || this.check(operation.body.schema)(body);

  faults(request: Request, answer: Answer, door: Door): string[] {
    const { status } = answer;
    if (status === 0) return isTooLarge(request) ? [] : [`no answer: ${answer.text}`];
    if (beforeAnyRoute.has(status)) return problemFaults({ ...request, target: '/' }, answer);
    const documented = request.operation.answers.get(status);
    return [
      ...(status >= 500 && !isDeliberate(answer) ? [`${status} that nobody foresaw`] : []),
      ...(documented ? this.shapeFaults(answer, documented) : [`${status} is not documented`]),
      ...(status >= 400 ? problemFaults(request, answer) : []),
      ...(request.mustBeRefused && status < 400 ? [`${status} to what the document does not allow`] : []),
      ...doorFaults(request, answer, door),
      ...secrets.filter(([, pattern]) => pattern.test(answer.text)).map(([what]) => `the answer shows ${what}`),
    ];
  }

  isSlow = ({ milliseconds }: Answer): boolean => milliseconds > mostMilliseconds;

  private shapeFaults({ status, headers, text }: Answer, documented: ReadonlyMap<string, Schema>): string[] {
    if (documented.size === 0) return text === '' ? [] : [`${status} must have no body`];
    const media = headers['content-type']?.split(';')[0] ?? 'none';
    const schema = documented.get(media);
    if (!schema) return [`media type ${media} is not documented for ${status}`];
    const body = media.endsWith('json') ? parsed(text) : text;
    if (body === undefined) return ['the body is no JSON'];
    const check = this.check(schema);
    if (check(body)) return [];
    const [error] = check.errors ?? [];
    return [
      `the body does not fit: ${error?.instancePath ?? ''} ${error?.message ?? ''} ${JSON.stringify(error?.params)}`,
    ];
  }

  private check(schema: Schema): ValidateFunction {
    const known = this.checks.get(schema);
    if (known) return known;
    const made = this.ajv.compile(schema);
    this.checks.set(schema, made);
    return made;
  }
}

function problemFaults({ target }: Request, { status, headers, text }: Answer): string[] {
  const media = headers['content-type']?.split(';')[0];
  if (media !== problemMedia) return [`a refusal as ${media ?? 'nothing'}`];
  const problem = parsed(text) as
    | { status?: unknown; code?: unknown; detail?: unknown; instance?: unknown }
    | undefined;
  return [
    ...(problem?.status === status ? [] : [`the problem says ${String(problem?.status)}, the status ${status}`]),
    ...(typeof problem?.code === 'string' && /^[a-z_]+(\.[a-z_]+)*$/.test(problem.code)
      ? []
      : [`no stable code: ${String(problem?.code)}`]),
    ...(typeof problem?.detail === 'string' && problem.detail.length > 0 ? [] : ['no detail']),
    ...(problem?.instance === target ? [] : [`instance ${String(problem?.instance)}`]),
    ...((status === 503 || status === 429) && headers['retry-after'] === undefined
      ? [`${status} without Retry-After`]
      : []),
  ];
}

/** A whole request meets the door first, and only those meet it for whom it is shut. */
function doorFaults({ whole }: Request, { status, text }: Answer, door: Door): string[] {
  const { code } = (parsed(text) ?? {}) as { code?: unknown };
  if (door === 'closed' && (whole ? status !== 401 : status < 400)) return [`${status} without a session`];
  if (door === 'forbidden' && (whole ? status !== 403 : status < 400)) return [`${status} to a role that may not`];
  if (door === 'open' && whole && (code === 'session.missing' || code === 'policy.refused'))
    return [`${status} to a role that may`];
  return [];
}

export const isDeliberate = ({ status, headers }: Answer): boolean =>
  status === 503 && headers['retry-after'] !== undefined;

/** The server may hang up on what is larger than it takes before all of it has arrived. */
const isTooLarge = ({ body, headers }: Request): boolean =>
  (body?.length ?? 0) > 256 * 1024 ||
  headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0) > 8_000;

export function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
