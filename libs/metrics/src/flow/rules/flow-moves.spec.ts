import fc from 'fast-check';
import { date } from '@tandem/kernel';
import { anyRoad, aMove, flowStages, road } from '../../../../../test/builders/some-flow';
import { day, start } from '../../../../../test/builders/some-log';
import { countFunnel } from '../../rules/count-funnel';
import { drawFunnel } from '../../rules/draw-funnel';
import { foldDeal } from '../../rules/fold-deal';
import { ratioText } from '../../rules/ratio';
import { drawMatrix } from './draw-matrix';
import { findTransitions, placeOf } from './find-transitions';
import { findStays } from './find-stays';
import { fateNow, findMovedCases, isQualified, lastDeparture } from './find-win-cases';
import { matchClosings } from './match-closings';
import { measureCycle } from './measure-cycle';
import { measureThroughput } from './measure-throughput';
import { netClosings } from './net-closings';
import { summariseSpans } from './summarise-spans';

const told = (path: string): string[] =>
  findTransitions(road(path), flowStages).map(
    ({ from, to, kind, isSkip }) => `${from}>${to} ${kind}${isSkip ? ' skip' : ''}`,
  );

describe('a move between stages', () => {
  test.each([
    ['a c won', ['created>a created', 'a>c forward skip', 'c>won win']],
    ['a b a b won', ['created>a created', 'a>b forward', 'b>a regression', 'a>b forward', 'b>won win skip']],
    ['c', ['created>c created']],
    ['a won lost', ['created>a created', 'a>won win skip', 'won>lost loss']],
    ['b lost b cancelled', ['created>b created', 'b>lost loss', 'lost>b reopening', 'b>cancelled cancellation']],
    ['c won c', ['created>c created', 'c>won win', 'won>c reopening']],
    ['c won kept', ['created>c created', 'c>won win', 'won>kept after_win']],
    ['b lost c', ['created>b created', 'b>lost loss', 'lost>c reopening']],
    ['b b b', ['created>b created']],
  ])('of %s means what it means', (path, transitions) => {
    expect(told(path)).toEqual(transitions);
  });

  test('chain: each begins where the one before ended, and the last leads to where it stands', () => {
    fc.assert(
      fc.property(anyRoad, (log) => {
        const transitions = findTransitions(log, flowStages);
        expect(transitions.map(({ from }) => from)).toEqual([
          'created',
          ...transitions.slice(0, -1).map(({ to }) => to),
        ]);
        const last = log.at(-1);
        expect(transitions.at(-1)?.to).toBe(last && placeOf(last));
        expect(transitions.every(({ from, to }) => from !== to)).toBe(true);
      }),
    );
  });
});

describe('the matrix', () => {
  const places = ['created', ...flowStages.map(({ id }) => id), 'lost', 'cancelled'];
  const valued = fc
    .array(fc.tuple(anyRoad, fc.option(fc.bigInt({ min: -900n, max: 900n }))))
    .map((deals) =>
      deals.flatMap(([log, valueMinor]) => findTransitions(log, flowStages).map((move) => ({ ...move, valueMinor }))),
    );

  test('has rows that add up to the moves out of a place, columns to those into it, and kinds to all of them', () => {
    fc.assert(
      fc.property(valued, (moves) => {
        const { cells, out, into, kinds, total } = drawMatrix(moves, places);
        const ranks = out.map(({ place }) => places.indexOf(place));
        expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
        for (const { place, count, valueMinor, withoutValue } of out) {
          const row = cells.filter(({ from }) => from === place);
          expect(row.reduce((sum, cell) => sum + cell.count, 0)).toBe(count);
          expect(row.reduce((sum, cell) => sum + cell.valueMinor, 0n)).toBe(valueMinor);
          expect(row.reduce((sum, cell) => sum + cell.withoutValue, 0)).toBe(withoutValue);
          expect(count).toBe(moves.filter(({ from }) => from === place).length);
        }
        for (const { place, count } of into) {
          expect(cells.filter(({ to }) => to === place).reduce((sum, cell) => sum + cell.count, 0)).toBe(count);
        }
        for (const parts of [out, into, kinds]) {
          expect(parts.reduce((sum, part) => sum + part.count, 0)).toBe(total.count);
          expect(parts.reduce((sum, part) => sum + part.valueMinor, 0n)).toBe(total.valueMinor);
        }
        expect(total.count).toBe(moves.length);
      }),
    );
  });

  test('counts a move without an amount and leaves it out of the value', () => {
    const [first, second] = findTransitions(road('a b'), flowStages);
    if (!first || !second) throw new Error('two moves');
    const moves = [
      { ...first, valueMinor: 70n },
      { ...second, valueMinor: null },
    ];
    const { total } = drawMatrix(moves, places);
    expect(total).toEqual({ count: 2, valueMinor: 70n, withoutValue: 1 });
  });
});

describe('throughput', () => {
  test('divides entries by entries of any pair, may pass 1, and is n/a where nothing entered', () => {
    const pairs = measureThroughput([
      { key: 'a', entered: 4 },
      { key: 'b', entered: 6 },
      { key: 'c', entered: 0 },
    ]);
    expect(
      pairs.map(({ from, to, ratio, unavailable }) => [`${from}${to}`, ratio ? ratioText(ratio) : unavailable?.code]),
    ).toEqual([
      ['ab', '1.5'],
      ['ac', '0'],
      ['ba', '0.666667'],
      ['bc', '0'],
      ['ca', 'nothing_entered'],
      ['cb', 'nothing_entered'],
    ]);
  });
});

describe('what a win rate is of', () => {
  const span = { from: start, until: start + 30 * day };

  test.each([
    ['a c won', 'win'],
    ['a c lost', 'loss'],
    ['a c b', 'regression'],
    ['a c b c won', 'win'],
    ['a c cancelled', 'cancellation'],
    ['a b lost', null],
    ['a won', null],
  ])('narrow: %s left the last open stage by %s', (path, kind) => {
    expect(lastDeparture(road(path), flowStages, span)?.kind ?? null).toBe(kind);
  });

  test('narrow: only a departure within the days counts, and one that nobody dated does not', () => {
    const log = road('a c won');
    expect(lastDeparture(log, flowStages, { from: start + 3 * day, until: start + 9 * day })).toBeNull();
    const undated = [aMove('c', 0), aMove('won', 1, { isInferred: true })];
    expect(lastDeparture(undated, flowStages, span)).toBeNull();
  });

  test('qualified: it really entered a stage of sales or any behind it', () => {
    expect(['a lost', 'a b lost', 'a won', 'a'].map((path) => isQualified(road(path), flowStages))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('created: it is won, lost, cancelled or still running', () => {
    expect(['a won', 'a won kept', 'b lost', 'b cancelled', 'b lost b'].map((path) => fateNow(road(path)))).toEqual([
      'won',
      'won',
      'lost',
      'outside',
      'running',
    ]);
  });
});

describe('the cases of one opportunity', () => {
  const span = { from: start, until: start + 30 * day };
  const cases = (path: string) =>
    findMovedCases(road(path), flowStages, span).map(({ variant, fate }) => `${variant} ${fate}`);

  test.each([
    ['a c won', ['narrow won', 'created won']],
    ['a c b', ['narrow lost', 'created running']],
    ['a c cancelled', ['narrow outside', 'created outside']],
    ['a lost', ['created lost']],
    ['a c lost c', ['narrow lost', 'created running']],
  ])('of %s are %j', (path, found) => {
    expect(cases(path)).toEqual(found);
  });

  test('are worth what they were worth when they were decided, and what they are worth now while they are running', () => {
    const worth = (log: Parameters<typeof findMovedCases>[0]) =>
      findMovedCases(log, flowStages, span).flatMap((one) =>
        one.variant === 'created' ? [one.valuedBy.amountMinor] : [],
      );
    const priced = (stage: string, on: number, amountMinor: bigint, wishes: object = {}) =>
      aMove(stage, on, { amountMinor, ...wishes });
    const won = [priced('a', 0, 1n), priced('won', 1, 2n)];
    expect(worth([...won, priced('won', 2, 3n), priced('kept', 3, 4n)])).toEqual([2n]);
    expect(worth([...won, priced('c', 2, 3n), priced('won', 3, 5n), priced('won', 4, 6n)])).toEqual([5n]);
    expect(worth([...won, priced('c', 2, 3n), priced('c', 3, 4n)])).toEqual([4n]);
  });

  test('are at most one of each variant, and its departure stands in the row of the matrix', () => {
    fc.assert(
      fc.property(anyRoad, (log) => {
        const found = findMovedCases(log, flowStages, span);
        expect(found.filter(({ variant }) => variant === 'created')).toHaveLength(1);
        const left = findTransitions(log, flowStages).filter(({ from }) => from === 'c');
        const narrow = found.filter(({ variant }) => variant === 'narrow');
        expect(narrow.map(({ creditedTo }) => creditedTo)).toEqual(left.slice(-1).map(({ move }) => move));
      }),
    );
  });
});

describe('stays', () => {
  const rows = flowStages.map(({ id }) => ({ key: id, stageIds: [id] }));
  const now = start + 40 * day;
  const facts = { stages: flowStages, rows, span: { from: start, until: start + 30 * day }, now };
  const stays = (path: string) =>
    findStays(road(path), facts).map(({ row, of, milliseconds }) => `${row} ${of} ${milliseconds / day}`);

  test.each([
    ['a b a b won', ['a completed 2', 'b completed 2']],
    ['a b lost b', ['a completed 1', 'b running 38']],
    ['a b won kept', ['a completed 1', 'b completed 1', 'won completed 1']],
    ['a', ['a running 40']],
  ])('of %s are %j', (path, found) => {
    expect(stays(path)).toEqual(found);
  });

  test('whose beginning nobody knows are undated, and one that ended outside of the span is in it no more', () => {
    expect(findStays([aMove('a', 0, { isInferred: true })], facts)).toMatchObject([{ row: 'a', of: 'undated' }]);
    expect(findStays(road('a b'), { ...facts, span: { from: start + 2 * day, until: now } })).toMatchObject([
      { row: 'b', of: 'running' },
    ]);
  });

  test('end when they were told to, whatever was told of amounts or owners after that', () => {
    const edited = [
      aMove('a', 0),
      aMove('a', 5, { amountMinor: 7n }),
      aMove('b', 3),
      aMove('b', 9, { ownerId: 'ben' }),
    ];
    expect(findStays(edited, facts)).toMatchObject([
      { row: 'a', of: 'completed', milliseconds: 3 * day, endedAt: start + 3 * day },
      { row: 'b', of: 'running', milliseconds: 37 * day },
    ]);
  });

  test('have the median that the funnel shows', () => {
    fc.assert(
      fc.property(fc.array(anyRoad, { minLength: 1, maxLength: 12 }), (logs) => {
        const deals = logs.map((log, place) => ({
          opportunityId: String(place),
          ...foldDeal(log, { stages: flowStages, rows, mode: 'ordered', now }),
          worthMinor: null,
          sourceId: null,
        }));
        const counts = countFunnel(deals, {
          ...facts,
          previous: facts.span,
          yearBefore: facts.span,
          mode: 'ordered',
          isCredited: () => true,
          windowDays: () => 90,
          matureBefore: () => now,
        });
        const funnel = drawFunnel(counts);
        const found = logs.flatMap((log) => findStays(log, facts)).filter(({ of }) => of === 'completed');
        for (const { key, medianDays } of funnel) {
          const here = found.filter(({ row }) => row === key).map(({ milliseconds }) => milliseconds);
          const { median } = summariseSpans(here);
          expect(median === null ? null : Math.round((median / day) * 10) / 10).toBe(medianDays);
        }
      }),
    );
  });
});

describe('a closing and the log it came from', () => {
  const log = road('a won a lost b won kept');

  test('as reported each closing finds its own move, and its being taken back the same one', () => {
    const signs = [1, -1, 1, -1, 1] as const;
    const found = matchClosings(
      signs.map((sign) => ({ sign })),
      log,
      'reported',
    );
    expect(found.map((closed) => closed?.move.seq)).toEqual([2, 2, 4, 4, 6]);
    expect(found[2]?.road.map(({ stageId }) => stageId)).toEqual(['a', 'won', 'a', 'a']);
  });

  test('as restated the one that stands is the last; of an empty log there is none', () => {
    expect(matchClosings([{ sign: 1 }], log, 'restated')[0]?.move.seq).toBe(6);
    expect(matchClosings([{ sign: 1 }], [], 'restated')).toEqual([null]);
  });

  test('won, reopened and won again within the days is the second win; taken back in them it is none', () => {
    const of = (...signs: (1 | -1)[]) =>
      netClosings(signs.map((sign, place) => ({ opportunityId: 'deal', sign, place }))).map(({ place }) => place);
    expect([of(1, -1, 1), of(1, -1), of(-1), of(-1, 1)]).toEqual([[2], [], [], [1]]);
  });
});

describe('a cycle', () => {
  test.each([
    ['2026-04-01', 'UTC', 0],
    ['2026-04-16', 'UTC', 15],
    ['2026-03-20', 'UTC', 0],
    ['2026-04-16', 'America/New_York', 16],
  ])('won on %s in %s took %i days', (on, zone, days) => {
    expect(measureCycle([aMove('a', 0)], date(on), zone)).toBe(days);
  });

  test('is unknown when nobody knows when it was created', () => {
    expect(measureCycle([aMove('a', 0, { isInferred: true })], date('2026-04-16'), 'UTC')).toBeNull();
    expect(measureCycle([], date('2026-04-16'), 'UTC')).toBeNull();
  });
});
