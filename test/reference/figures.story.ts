import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startApi, type RunningApi } from '../support/start-api';
import { passTo } from '../support/told-figures';
import { agreed, compareMeanwhile, compareThroughHttp } from './hold-against';
import type { History } from './history/history';
import { everyKind, kindsIn } from './history/kinds-of-rows';
import { readHistory } from './history/read-history';
import { act } from './lives/acts';
import { days, live, type Life } from './lives/live';
import { aWorld, scopesOf, type World } from './lives/world';
import { liesAboutFlow } from './flow/lies';
import { askingsOf } from './subjects/all-subjects';
import type { Asking } from './subjects/subject';

const wished = process.env;
const histories = Number(wished['HISTORIES'] ?? 1);
const seed = Number(wished['SEED'] ?? 1);
const replay = wished['REPLAY'] ? { path: wished['REPLAY'] } : {};
/** How many questions are asked in the end; while somebody writes, fewer. */
const [manyQuestions, fewQuestions] = [Number(wished['QUESTIONS'] ?? 100), 18];
/** A failure that takes longer to make smaller is better told as it is than not at all. */
const smallerMs = Number(wished['SMALLER_SECONDS'] ?? 90) * 1_000;
const limitMs = 120_000 + smallerMs + histories * 60_000;

let api: RunningApi;
let world: World;
beforeAll(async () => {
  api = await startApi({ organisation: { zone: 'Europe/Berlin', fiscalYearStart: 4 } });
  world = await aWorld(api);
}, 60_000);
afterAll(() => api.stop());

const periods = [
  '2027-Q3',
  '2027-Q2',
  '2027',
  '2026-10',
  '2026-W43',
  '2026-10-25..2026-10-26',
  '2027-Q4',
  '2026-10-01..2026-12-31',
];
/** What happened in any history. */
const seen = new Set<string>();

/** Before anything was recorded, each lived day, and the present. */
const asOfs = ['2026-01-01', ...days, undefined];

/** So many of all questions there are, others each time; the present and the whole come up most. */
function someQuestions(count: number, asked: number, isPresent: boolean): Asking[] {
  const scopes = scopesOf(world);
  let state = asked * 2_654_435_761 + 1;
  const next = <One>(all: readonly One[]): One => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return all[Math.floor((state / 2_147_483_648) * all.length)] as One;
  };
  return Array.from({ length: count }, (): Asking => {
    const scope = next([true, false]) ? {} : next(scopes);
    const asOf = isPresent ? undefined : next(asOfs);
    return next(askingsOf({ period: next(periods), reading: next(['restated', 'reported'] as const), asOf, scope }));
  });
}

const life: fc.Arbitrary<Life> = fc.record({
  days: fc.array(
    fc.record({
      deeds: fc.array(act, { maxLength: 22, size: 'max' }),
      meanwhile: fc.array(act, { maxLength: 6, size: 'max' }),
    }),
    { minLength: days.length, maxLength: days.length },
  ),
  isCrowded: fc.boolean(),
  asked: fc.noShrink(fc.nat(1_000_000)),
});

/** When the first history failed. */
let failedAt: number | null = null;

async function holds(one: Life): Promise<void> {
  if (failedAt !== null && performance.now() - failedAt > smallerMs) return;
  try {
    const done = await live(world, one, (look) => someQuestions(fewQuestions, one.asked + look, true));
    await passTo(api, '2027-04-20T12:00:00Z');
    const history = await readHistory(api.database);
    for (const kind of kindsIn(history)) seen.add(kind);
    const askings = someQuestions(manyQuestions, one.asked, false);
    agreed(await compareThroughHttp(api, world.officer, askings, history), history, done);
  } catch (error) {
    failedAt ??= performance.now();
    throw error;
  }
}

test(
  `in ${histories} random histories product and reference agree on every figure, slice and reading, of now and of past days, whoever writes meanwhile`,
  () => fc.assert(fc.asyncProperty(life, holds), { numRuns: histories, seed, ...replay }),
  limitMs,
);

test('the histories get somewhere: whatever figures are made of happens in one of many', () => {
  if (histories < 10) return;
  expect(everyKind.filter((kind) => !seen.has(kind))).toEqual([]);
});

describe('a product that lies is found out', () => {
  const told = ['expense', 'quota', 'open', 'win', 'past', 'past', 'move', 'offer', 'answer', 'brand', 'grow'];
  const deeds = told.map((does, place) => ({
    does,
    pick: place * 4,
    other: place * 5,
  }));
  beforeAll(async () => {
    await live(world, { days: days.map(() => ({ deeds, meanwhile: [] })), isCrowded: false, asked: 0 }, () => []);
  }, 60_000);

  const lies: readonly (readonly [string, (history: History) => Partial<History>, RegExp?])[] = [
    ['a line of money is left out', ({ bookings }) => ({ bookings: bookings.slice(1) })],
    [
      'a closing is dated another day',
      ({ moves }) => ({ moves: moves.map((move) => ({ ...move, closeDateTo: move.closeDateTo && '2026-08-01' })) }),
    ],
    ['a step of the funnel is forgotten', ({ moves }) => ({ moves: moves.filter(({ seq }) => seq !== 2) })],
    ['expense is told twice', ({ expenses }) => ({ expenses: [...expenses, ...expenses] })],
    [
      'a quota is another one',
      ({ quotas }) => ({ quotas: quotas.map((quota) => ({ ...quota, amountMinor: quota.amountMinor + 1n })) }),
    ],
    ...liesAboutFlow,
  ];

  const periodsOfLies = ['2027-Q3', '2027', '2027-Q2'];
  const asked = () => periodsOfLies.flatMap((period) => askingsOf({ period, reading: 'restated', scope: {} }));

  test('and one that does not is not', async () => {
    expect(await compareMeanwhile(api, asked())).toEqual([]);
  }, 60_000);

  test.each(lies)('when %s', async (_, lie, where = /^(scoreboard|funnel)/) => {
    const history = await readHistory(api.database);
    const askings = asked().filter(({ path }) => where.test(path));
    const found = await compareThroughHttp(api, world.officer, askings, { ...history, ...lie(history) });
    expect(() => agreed(found, history)).toThrow('product and reference disagree');
  });
});
