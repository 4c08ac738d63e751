import { gzipSync } from 'node:zlib';
import { nobodys, Pick, type Ground } from './ground';

import type { Operation } from './operations';
import type { Plan } from './plan';
import { brokenText, jsonText, mutated, saysTwice } from './spoil';
import { uploadOf } from './upload';

/** A request as it goes over the wire. */
export interface Request {
  readonly operation: Operation;
  /** Which of the run it is; with the seed it says how it came about. */
  readonly index: number;
  readonly caller: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer | null;
  /** Nothing about it is wrong, as far as the document says. */
  readonly whole: boolean;
  /** Only a refusal is right, whoever asks. */
  readonly mustBeRefused: boolean;
}

interface Circumstances {
  readonly index: number;
  readonly caller: string;
  readonly cookie: string | null;
  readonly ground: Ground;
  /** Whether a body, parsed, fits what the operation takes. */
  readonly fits: (operation: Operation, body: unknown) => boolean;
}

/** Turns a plan into a request about records that exist. */
export function requestOf(
  operation: Operation,
  plan: Plan,
  { index, caller, cookie, ground, fits }: Circumstances,
): Request {
  const { mutation } = plan;
  const path = pathOf(operation, plan.path, ground);
  const { type, bytes, isAmbiguous } = bodyOf(operation, plan, ground, index);
  const headers: (readonly [string, string])[] = [['Accept-Language', 'en']];
  if (cookie !== null) headers.push(['Cookie', cookie]);
  if (type !== null) headers.push(['Content-Type', type]);
  if (operation.keyed) headers.push(['Idempotency-Key', `fuzz-${index}`]);
  const version = versionOf(path, plan, ground);
  if (operation.versioned && version !== null) headers.push(['If-Match', version]);
  const sent = headers.filter(
    ([name]) => mutation?.of !== 'header' || name.toLowerCase() !== mutation.name.toLowerCase(),
  );
  if (mutation?.of === 'header') sent.push([mutation.name, mutation.value]);
  if (mutation?.of === 'media' && mutation.encoding) sent.push(['Content-Encoding', mutation.encoding]);
  return {
    operation,
    index,
    caller,
    target: targetOf(operation, plan, path, found(onlyKnown(plan.query, ground), ground) as Record<string, unknown>),
    headers: sent,
    body: bytes,
    whole: mutation === null && plan.version === 'known',
    mustBeRefused: isAmbiguous || isHopeless(operation, plan, bytes, fits),
  };
}

function isHopeless(
  operation: Operation,
  { mutation }: Plan,
  bytes: Buffer | null,
  fits: Circumstances['fits'],
): boolean {
  if (mutation?.of === 'query')
    return mutation.act === 'bracket' && operation.parameters.some((parameter) => parameter.in === 'query');
  if (mutation?.of === 'header' && /^(origin|sec-fetch-site)$/i.test(mutation.name))
    return operation.method !== 'GET' && mutation.value !== '';
  if (mutation?.of === 'header' && mutation.name === 'Idempotency-Key')
    return operation.keyed && (mutation.value.trim() === '' || mutation.value.length > 255);
  if (operation.body?.media !== 'application/json' || bytes === null) return false;
  if (mutation?.of !== 'body' && mutation?.of !== 'text') return false;
  if (mutation.of === 'text' && ['bytes', 'mark'].includes(mutation.act)) return false;
  try {
    return !fits(operation, JSON.parse(bytes.toString('utf8')));
  } catch {
    return true;
  }
}

function targetOf(
  operation: Operation,
  { mutation }: Plan,
  path: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, unknown>>,
): string {
  const names = Object.keys(path);
  const spoilt = mutation?.of === 'path' ? names[mutation.at % names.length] : undefined;
  const way = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (mutation?.of !== 'path' || name !== spoilt) return encoded(String(path[name]));
    return mutation.act === 'raw' ? mutation.value.replaceAll(' ', '%20') : encoded(mutation.value);
  });
  const pairs = Object.entries(query).map(([name, value]) => [name, String(value)] as [string, string]);
  if (mutation?.of === 'cursor') pairs.push(['cursor', mutation.value]);
  if (mutation?.of === 'query') spoilQuery(pairs, operation, mutation);
  const seen =
    mutation?.of === 'cursor' ? pairs.filter(([name], at) => name !== 'cursor' || at === pairs.length - 1) : pairs;
  return seen.length === 0
    ? way
    : `${way}?${seen.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')}`;
}

function spoilQuery(
  pairs: [string, string][],
  operation: Operation,
  { act, at, key, value }: Extract<Plan['mutation'], { of: 'query' }>,
): void {
  const known = operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const name = known[at % Math.max(known.length, 1)] ?? 'x';
  if (act === 'bracket') pairs.push([`${name}[${at % 3 === 0 ? '' : key}]`, value]);
  else if (act === 'add') pairs.push([key, value]);
  else if (act === 'twice') pairs.push([name, value], [name, value]);
  else {
    const place = pairs.findIndex(([one]) => one === name);
    pairs.splice(place < 0 ? pairs.length : place, place < 0 ? 0 : 1, [name, value]);
  }
}

/** Lone surrogates have no UTF-8; what a careless client writes for them is sent instead. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('%2C', ',');

/** Null for none: what has no id of its own may be new. */
function versionOf({ id }: Readonly<Record<string, unknown>>, { version, files }: Plan, ground: Ground): string | null {
  if (version === 'none' || (id === undefined && files % 2 === 0)) return null;
  const known = (typeof id === 'string' ? ground.versionOf(id) : null) ?? 1;
  return `"v${known + { known: 0, old: -1, coming: 1 }[version]}"`;
}

function bodyOf(
  operation: Operation,
  plan: Plan,
  ground: Ground,
  index: number,
): { type: string | null; bytes: Buffer | null; isAmbiguous: boolean } {
  const { mutation } = plan;
  const media = mutation?.of === 'media' ? mutation.type : (operation.body?.media ?? null);
  const isAmbiguous = false;
  if (!operation.body)
    return {
      type: mutation?.of === 'media' ? media : null,
      bytes: mutation?.of === 'media' ? Buffer.from('{}') : null,
      isAmbiguous,
    };
  if (operation.body.media === 'multipart/form-data')
    return { ...uploadOf(found(plan.body, ground), plan, media, index), isAmbiguous };
  const value = found(plan.body, ground);
  if (mutation?.of === 'text') return { type: media, bytes: brokenText(jsonText(value), mutation), isAmbiguous };
  const sent = mutation?.of === 'body' ? mutated(value, mutation) : value;
  const text = jsonText(sent);
  const bytes = mutation?.of === 'media' && mutation.encoding === 'gzip' ? gzipSync(text) : Buffer.from(text);
  return { type: media, bytes, isAmbiguous: saysTwice(sent) };
}

const pathOf = ({ path }: Operation, parameters: Plan['path'], ground: Ground): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      const ready =
        name === 'id' && value instanceof Pick ? ground.findFor(path.replace(/^\/api\/v1/, ''), value) : null;
      return [name, ready ?? found(value, ground)];
    }),
  );

/** A question leaves out what nobody has heard of, rather than asking for nonsense. */
const onlyKnown = (query: Plan['query'], ground: Ground): Plan['query'] =>
  Object.fromEntries(
    Object.entries(query).filter(([, value]) => !(value instanceof Pick) || ground.find(value) !== null),
  );

/** What stands in the database put in where a plan only points at it; an id of nothing where there is nothing. */
function found(value: unknown, ground: Ground): unknown {
  if (value instanceof Pick) return ground.find(value) ?? (value.from === 'ids' ? nobodys : 'x');
  if (Array.isArray(value)) return value.map((part) => found(part, ground));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, found(part, ground)]));
}
