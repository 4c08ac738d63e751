import fc from 'fast-check';
import { startApi, type RunningApi } from '../support/start-api';
import type { Effects } from './effects';
import { interleave, type Outcome } from './interleave';
import { operationsOf, withoutKey, type Asked, type Operations } from './operations';
import type { RawAnswer, Try } from './raw-request';

const wished = process.env;
const runs = Number(wished['IDEMPOTENCY_RUNS'] ?? 80);
const limitMs = 120_000 + runs * 600;
const replay = {
  ...(wished['IDEMPOTENCY_SEED'] ? { seed: Number(wished['IDEMPOTENCY_SEED']) } : {}),
  ...(wished['IDEMPOTENCY_PATH'] ? { path: wished['IDEMPOTENCY_PATH'] } : {}),
};

let api: RunningApi;
let operations: Operations;
/** What each operation leaves when it is asked for once, and the strange one in its place. */
const once = new Map<string, { readonly asked: Effects; readonly strange: Effects }>();
beforeAll(async () => {
  api = await startApi();
  operations = await operationsOf(api);
  for (const [name, prepare] of Object.entries(operations)) {
    const alone = async (asked: Asked) => (await interleave(api, asked, { method: methodOf(name), tries: [] })).effects;
    const asked = await alone(await prepare());
    const other = await prepare();
    once.set(name, { asked, strange: await alone({ ...other, ...other.strange }) });
  }
}, 60_000);
afterAll(() => api.stop());

async function outcomeOf(name: string, tries: readonly Try[], keyOf?: (place: number) => string): Promise<Outcome> {
  const asked = await operations[name]?.();
  if (!asked) throw new Error(`no such operation: ${name}`);
  return interleave(api, asked, { method: methodOf(name), tries, ...(keyOf ? { keyOf } : {}) });
}

const methodOf = (name: string): string => name.split(' ')[0] ?? '';

/**
 * One effect: that of the request, whose answers are then all the same success; or that of a strange request that took the
 * key before it, and then the request itself is refused.
 */
function check(name: string, { effects, answers, strangeAnswers }: Outcome): void {
  const wasTaken = answers.some(({ status }) => status === 422);
  const [done, refused] = wasTaken ? [strangeAnswers, answers] : [answers, strangeAnswers];
  // A secret is told in one answer only, and found by nobody who asks again.
  expect(done.filter(({ body }) => secret.test(body)).length).toBeLessThanOrEqual(1);
  for (const answer of done.map(withoutSecret)) expect(answer).toEqual(withoutSecret(done[0] ?? answer));
  for (const { status } of done) expect([200, 201, 202, 204]).toContain(status);
  // A strange request on a version that is not there is refused for that when it comes first.
  for (const { status } of refused) expect([422, 412]).toContain(status);
  expect(effects).toEqual(wasTaken ? once.get(name)?.strange : once.get(name)?.asked);
}

const secret = /(?<="(?:secret|password)":)"[^"]+"/;
const withoutSecret = (answer: RawAnswer): RawAnswer => ({ ...answer, body: answer.body.replace(secret, 'null') });

const aTry: fc.Arbitrary<Try> = fc.record({
  ending: fc.constantFrom('whole', 'whole', 'broken_in_request', 'broken_after_request', 'broken_in_answer'),
  afterMs: fc.oneof(fc.constant(0), fc.nat({ max: 20 })),
  patienceMs: fc.nat({ max: 8 }),
  strange: fc.oneof({ weight: 7, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

test('every change there is can be asked for twice, or says why not', async () => {
  const { paths } = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as { paths: Record<string, object> };
  const changes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).flatMap((method) =>
      method === 'get' ? [] : [`${method.toUpperCase()} ${path.replace('/api/v1', '')}`],
    ),
  );
  expect(Object.keys({ ...operations, ...withoutKey }).toSorted()).toEqual(changes.toSorted());
});

test('every change leaves a line in the audit trail when it is asked for once', () => {
  expect([...once].filter(([, { asked }]) => !asked['audit_line']).map(([name]) => name)).toEqual([]);
});

test(
  `${runs} random tangles of up to five tries: one effect, equal answers`,
  async () => {
    const names = Object.keys(operations);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(aTry, { minLength: 1, maxLength: 4, size: 'max' }),
        async (name, tries) => check(name, await outcomeOf(name, tries)),
      ),
      { numRuns: runs, ...replay, plugins: [fc.interruptAfterTimeLimit(limitMs - 10_000, { failOnInterrupt: true })] },
    );
  },
  limitMs,
);

test('a product that takes every try for a new one is found out', async () => {
  const whole: Try = { ending: 'whole', afterMs: 0, patienceMs: 0, strange: false };
  for (const name of ['POST /opportunities', 'POST /quotas', 'POST /opportunities/{id}/moves']) {
    const outcome = await outcomeOf(name, [whole], (place) => `${name} ${place}`);
    expect(() => check(name, outcome)).toThrow();
  }
});
