import fc from 'fast-check';
import { anyLog, type AnyLog } from '../../../../../test/builders/any-deals';
import { endOf, secondQuarterPipeline } from '../../../../../test/builders/some-deals';
import type { Reading } from '../../rules/facts';
import { compareEnds } from './compare-ends';
import { heldAt, sumHeld } from './follow-pipeline';
import { isHeld } from './hold-pipeline';
import type { PipelineDeal, WaterfallBucket, WaterfallQuestion } from './move-pipeline';
import { readTimeline, stateBefore } from './read-timeline';
import { completeWaterfall, sumWaterfall, type Waterfall } from './sum-waterfall';
import { traceMovements } from './trace-movements';

const dealsOf = (logs: readonly AnyLog[], reading: Reading): PipelineDeal[] =>
  logs.map(({ log, corrections }, place) => ({
    opportunityId: `deal ${place}`,
    timeline: readTimeline(log, corrections, { reading, endOf }),
  }));

const teams = ['north', 'south', 'west'];
const ofTeam =
  (team: string): WaterfallQuestion['isInScope'] =>
  (state) =>
    state.teamId === team;

/** A scope, a closing period or all open pipeline, any days, and one of the two readings. */
const anyQuestion = fc
  .record({
    team: fc.constantFrom(null, ...teams),
    all: fc.boolean(),
    reading: fc.constantFrom<Reading>('restated', 'reported'),
    first: fc.nat(180),
    days: fc.nat(100),
  })
  .map(({ team, all, reading, first, days }) => {
    const from = Date.parse('2026-01-10') + first * 86_400_000;
    const question = secondQuarterPipeline({
      ...(team === null ? {} : { isInScope: ofTeam(team) }),
      ...(all ? { closing: null } : {}),
      from,
      until: from + days * 86_400_000,
    });
    return { question, reading };
  });

const logs = fc.array(anyLog, { maxLength: 8 });
const runs = { numRuns: 500 };

const lineOf = ({ lines }: Waterfall, bucket: WaterfallBucket): bigint =>
  lines.find((line) => line.bucket === bucket)?.minor ?? 0n;
const drawn = (form: typeof compareEnds, deals: readonly PipelineDeal[], question: WaterfallQuestion) =>
  sumWaterfall(deals.map((deal) => form(deal, question)));

test('law: net and gross balance to the minor unit, by any scope, days and reading', () => {
  fc.assert(
    fc.property(logs, anyQuestion, (many, { question, reading }) => {
      const deals = dealsOf(many, reading);
      for (const form of [compareEnds, traceMovements]) {
        const { lines, movements } = drawn(form, deals, question);
        const sum = (wanted: (bucket: WaterfallBucket) => boolean) =>
          lines.filter(({ bucket }) => wanted(bucket)).reduce((total, { minor }) => total + minor, 0n);
        expect(sum((bucket) => bucket !== 'end')).toBe(sum((bucket) => bucket === 'end'));
        for (const { bucket, minor, count } of lines) {
          const behind = movements.filter((movement) => movement.bucket === bucket);
          expect([behind.reduce((total, one) => total + one.minor, 0n), behind.length]).toEqual([minor, count]);
        }
      }
    }),
    runs,
  );
});

test('law: start and end are what is open then, converted at the plan rates, in both forms', () => {
  fc.assert(
    fc.property(logs, anyQuestion, (many, { question, reading }) => {
      for (const form of [compareEnds, traceMovements]) {
        const deals = dealsOf(many, reading).filter((deal) => form(deal, question) !== null);
        const worth = (at: number, worthOf: WaterfallQuestion['worth']) =>
          deals.reduce((total, { timeline }) => {
            const state = stateBefore(timeline, at);
            return total + (isHeld(state, question) ? (worthOf(state) ?? 0n) : 0n);
          }, 0n);
        const waterfall = drawn(form, deals, question);
        expect(lineOf(waterfall, 'start')).toBe(worth(question.from, question.worth));
        expect(lineOf(waterfall, 'end')).toBe(worth(question.until, question.worthAtEnd));
      }
    }),
    runs,
  );
});

test('law: the net waterfall has every deal in one way in, one way out and one change of amount at most', () => {
  const ways: readonly WaterfallBucket[][] = [
    ['start', 'new', 'pulled_in', 'reopened'],
    ['pushed_out', 'lost', 'won', 'removed', 'end'],
    ['increased', 'decreased'],
    ['owner_change'],
  ];
  fc.assert(
    fc.property(anyLog, anyQuestion, (one, { question, reading }) => {
      const [deal] = dealsOf([one], reading);
      const moved = deal ? (compareEnds(deal, question) ?? []) : [];
      for (const way of ways) {
        const own = moved.filter(({ bucket }) => way.includes(bucket));
        expect(own.length).toBeLessThanOrEqual(1);
      }
      expect(moved.filter(({ bucket }) => bucket === 'increased').every(({ minor }) => minor > 0n)).toBe(true);
      expect(moved.filter(({ bucket }) => bucket === 'decreased').every(({ minor }) => minor < 0n)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('law: won equals what the wins of the period booked', () => {
  fc.assert(
    fc.property(logs, anyQuestion, (many, { question: asked, reading }) => {
      const question = { ...asked, closing: null };
      const deals = dealsOf(many, reading).filter((deal) => compareEnds(deal, question) !== null);
      const booked = deals.reduce((total, { timeline }) => {
        const last = stateBefore(timeline, question.until);
        const isWon = last?.outcome === 'won' && last.at >= question.from && question.isInScope(last);
        return total + (isWon ? (last.bookedMinor ?? question.worth(last) ?? 0n) : 0n);
      }, 0n);
      expect(-lineOf(drawn(compareEnds, deals, question), 'won')).toBe(booked);
    }),
    runs,
  );
});

test('law: what the teams have adds up to what all of them have, owner changes to nothing', () => {
  fc.assert(
    fc.property(logs, anyQuestion, (many, { question: asked, reading }) => {
      const question = { ...asked, isInScope: () => true };
      const deals = dealsOf(many, reading).filter((deal) => compareEnds(deal, question) !== null);
      const whole = drawn(compareEnds, deals, question);
      const parts = teams.map((team) => drawn(compareEnds, deals, { ...question, isInScope: ofTeam(team) }));
      for (const bucket of ['start', 'won', 'lost', 'end'] as const)
        expect(parts.reduce((total, part) => total + lineOf(part, bucket), 0n)).toBe(lineOf(whole, bucket));
      expect(lineOf(whole, 'owner_change')).toBe(0n);
    }),
    runs,
  );
});

test('law: one period after the other, the end of one is the start of the next at the rate of that', () => {
  fc.assert(
    fc.property(logs, anyQuestion, fc.nat(60), (many, { question, reading }, days) => {
      const next = {
        ...question,
        from: question.until,
        until: question.until + days * 86_400_000,
        worth: question.worthAtEnd,
      };
      const deals = dealsOf(many, reading).filter(
        (deal) => compareEnds(deal, question) !== null && compareEnds(deal, next) !== null,
      );
      expect(lineOf(drawn(compareEnds, deals, next), 'start')).toBe(lineOf(drawn(compareEnds, deals, question), 'end'));
    }),
    runs,
  );
});

test('law: what changed tells every line but the ends, which are what is open then', () => {
  fc.assert(
    fc.property(logs, anyQuestion, (many, { question: asked, reading }) => {
      const question = { ...asked, worth: inOneCurrency, worthAtEnd: inOneCurrency };
      const deals = dealsOf(many, reading);
      const hasChanged = ({ timeline }: PipelineDeal) =>
        timeline.some(({ at }) => at >= question.from && at < question.until);
      const openAt = (at: number) => sumHeld(heldAt(deals, at, { ...question, probability: () => 0 }));
      const all = drawn(compareEnds, deals, question);
      const changed = drawn(compareEnds, deals.filter(hasChanged), question);
      const ends = { start: openAt(question.from), end: openAt(question.until) };
      expect(all).toMatchObject(completeWaterfall(changed, ends));
    }),
    runs,
  );
});

const inOneCurrency: WaterfallQuestion['worth'] = ({ amountMinor }) => amountMinor ?? 0n;
