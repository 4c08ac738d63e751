import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OrganisationSettings } from '@tandem/people';
import { startApi, type RunningApi } from '../support/start-api';
import { passTo } from '../support/told-figures';
import { agreed, askThroughHttp, compareAnswers, compareThroughHttp, type Answered } from './hold-against';
import type { History } from './history/history';
import { everyKind, kindsIn } from './history/kinds-of-rows';
import { readHistory } from './history/read-history';
import { lies } from './lies';
import { act } from './lives/acts';
import { days, live, type Life } from './lives/live';
import { aWorld, scopesOf, type World } from './lives/world';
import { liesAboutFlow } from './flow/lies';
import { askingsOf, subjects } from './subjects/all-subjects';
import type { Asking } from './subjects/subject';

const wished = process.env;
const histories = Number(wished['HISTORIES'] ?? 1);
const seed = Number(wished['SEED'] ?? 1);
const replay = wished['REPLAY'] ? { path: wished['REPLAY'] } : {};
/** How many questions are asked in the end; while somebody writes, fewer. */
const [manyQuestions, fewQuestions] = [Number(wished['QUESTIONS'] ?? 100), 18];
/** What has to stand in the path of a question that is asked. */
const about = wished['ABOUT'] ?? '';
/** A failure that takes longer to make smaller is better told as it is than not at all. */
const smallerMs = Number(wished['SMALLER_SECONDS'] ?? 90) * 1_000;
const limitMs = 120_000 + smallerMs + histories * 60_000;

/** With each fifth seed the year is made of weeks, that begin on Sundays in each tenth. */
const years: Partial<OrganisationSettings> =
  seed % 5 === 0 ? { fiscalCalendar: 'weeks_445', fiscalYearRule: 'nearest', weekStart: seed % 10 === 0 ? 7 : 1 } : {};

let api: RunningApi;
let world: World;
beforeAll(async () => {
  api = await startApi({ organisation: { zone: 'Europe/Berlin', fiscalYearStart: 4, ...years } });
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
  '2027-P08',
  '2026-10-01..2026-12-31',
  // From the middle of what happens to its middle, and from before the first of it to a day in between.
  '2026-09-30..2027-01-03',
  '2026-06-15..2026-10-24',
  '2026-09',
  '2027-W01',
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
  return Array.from({ length: count }).flatMap((): Asking[] => {
    const scope = next([true, false]) ? {} : next(scopes);
    const asOf = isPresent ? undefined : next(asOfs);
    const question = { period: next(periods), reading: next(['restated', 'reported'] as const), asOf, scope };
    const askings = next(subjects)(question).filter(({ path }) => path.includes(about));
    return askings.length === 0 ? [] : [next(askings)];
  });
}

const life: fc.Arbitrary<Life> = fc.record({
  days: fc.array(
    fc.record({
      deeds: fc.array(act, { maxLength: 26, size: 'max' }),
      // Snapshots are kept by a worker of their own day; what they held of somebody's write of the same moment nobody can tell.
      meanwhile: fc.array(
        act.filter(({ does }) => does !== 'keep'),
        { maxLength: 6, size: 'max' },
      ),
    }),
    { minLength: days.length, maxLength: days.length },
  ),
  isCrowded: fc.boolean(),
  asked: fc.noShrink(fc.nat(1_000_000)),
});

/** When the first history failed. */
let failedAt: number | null = null;

/** A history that was made smaller and holds when it is replayed is followed by its kin, which nobody asked for. */
let hasHeld = false;

async function holds(one: Life): Promise<void> {
  if (failedAt !== null && performance.now() - failedAt > smallerMs) return;
  if (wished['REPLAY']?.includes(':') && hasHeld) return;
  try {
    const done = await live(world, one, (look) => someQuestions(fewQuestions, one.asked + look, true));
    await passTo(api, '2027-04-20T12:00:00Z');
    const history = await readHistory(api.database);
    for (const kind of kindsIn(history)) seen.add(kind);
    const askings = someQuestions(manyQuestions, one.asked, false);
    agreed(await compareThroughHttp(api, world.officer, askings, history), history, done);
    hasHeld = failedAt === null;
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
  if (histories < 20) return;
  expect(everyKind.filter((kind) => !seen.has(kind))).toEqual([]);
});

describe('a product that lies is found out', () => {
  const deeds = [
    ['expense', 'quota', 'target', 'goal', 'future', 'prefer', 'open', 'sell', 'touch', 'touch', 'win'],
    ['past', 'past', 'move', 'due', 'due', 'touch', 'touch', 'spend', 'goal'],
    ['expect', 'expect', 'likely', 'expect', 'expect', 'keep', 'offer', 'answer', 'brand', 'grow'],
    ['touch', 'win', 'touch', 'win', 'touch', 'touch', 'win'],
    // What is lost, so that few stages promise much, and what is still open in the end.
    ['lose', 'lose', 'lose', 'lose', 'lose', 'lose', 'expect', 'expect', 'expect', 'expect', 'call'],
  ]
    .flat()
    .map((does, place) => ({ does, pick: place * 4, other: place * 5 }));
  let answers: Answered[];
  let history: History;
  beforeAll(async () => {
    const lived = days.map((_, day) => ({
      deeds: deeds.map(({ does, pick, other }) => ({ does, pick: pick + day * 13, other: other + day * 16 })),
      meanwhile: [],
    }));
    await live(world, { days: lived, isCrowded: false, asked: 0 }, () => []);
    history = await readHistory(api.database);
    const askings = ['2027-Q3', '2027', '2027-Q2'].flatMap((period) =>
      askingsOf({ period, reading: 'restated', scope: {} }),
    );
    answers = await askThroughHttp(world.officer, askings);
  }, 120_000);

  test('and one that tells the truth is not', () => {
    expect(() => agreed(compareAnswers(answers, history, api.clock.now()), history)).not.toThrow();
  });

  test.each([...lies, ...liesAboutFlow])('when %s, by %s', (_, whom, lie) => {
    const asked = answers.filter(({ asking }) => asking.path.includes(whom));
    const found = compareAnswers(asked, { ...history, ...lie(history) }, api.clock.now());
    expect(() => agreed(found, history)).toThrow('product and reference disagree');
  });
});
