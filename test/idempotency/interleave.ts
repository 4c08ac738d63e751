import type { RunningApi } from '../support/start-api';
import { effectsSince, mark, type Effects } from './effects';
import type { Asked } from './operations';
import { attempt, type RawAnswer, type RawRequest, type Try } from './raw-request';

/** What became of one thing asked for several times. */
export interface Outcome {
  readonly effects: Effects;
  /** Whole answers to the request and to the strange one that had its key. */
  readonly answers: readonly RawAnswer[];
  readonly strangeAnswers: readonly RawAnswer[];
}

const whole: Try = { ending: 'whole', afterMs: 0, patienceMs: 0, strange: false };
let keys = 0;

/** Sends all tries at their times, and a last whole one when the others are over; `keyOf` gives each try its key. */
export async function interleave(
  api: RunningApi,
  asked: Asked,
  {
    method,
    tries,
    keyOf,
  }: { readonly method: string; readonly tries: readonly Try[]; readonly keyOf?: (place: number) => string },
): Promise<Outcome> {
  const key = `interleaved ${++keys}`;
  const request = await rawOf(asked, method);
  const strange = await rawOf({ ...asked, ...asked.strange }, method);
  const under = (raw: RawRequest, place: number): RawRequest => ({
    ...raw,
    headers: { ...raw.headers, 'idempotency-key': keyOf?.(place) ?? key },
  });
  const since = mark();
  const early = await Promise.all(
    tries.map((one, place) => attempt(api.url, under(one.strange ? strange : request, place), one)),
  );
  const last = await attempt(api.url, under(request, tries.length), whole);
  const effects = await effectsSince(api.database, since);
  const given = (isStrange: boolean) => early.filter((answer, place) => answer && tries[place]?.strange === isStrange);
  return {
    effects,
    answers: [...given(false), last].filter((answer) => answer !== null),
    strangeAnswers: given(true).filter((answer) => answer !== null),
  };
}

/** The same bytes each time, also of a form, whose border is drawn anew whenever it is written. */
async function rawOf({ who, path, body, version }: Asked, method: string): Promise<RawRequest> {
  const written = new Response(body instanceof FormData ? body : JSON.stringify(body));
  const type = body instanceof FormData ? written.headers.get('content-type') : 'application/json';
  return {
    method,
    path,
    headers: {
      cookie: who.sessionCookie,
      ...(type && body !== undefined ? { 'content-type': type } : {}),
      ...(version === undefined ? {} : { 'if-match': `"v${version}"` }),
    },
    body: body === undefined ? Buffer.alloc(0) : Buffer.from(await written.arrayBuffer()),
  };
}
