import fc from 'fast-check';
import { day } from '../../../../test/builders/some-log';
import { convertCohort, countCohort, type CohortDeal, type CohortRule } from './convert-cohort';
import { findEntries, type FunnelMode, type StageMove } from './find-entries';
import { measureStay } from './measure-stay';

const stages = ['a', 'b', 'c', 'd', 'won'].map((id, index) => ({ id, mandatory: index % 2 === 0 }));
const anyLog: fc.Arbitrary<StageMove[]> = fc
  .array(fc.record({ stageId: fc.constantFrom(...stages.map(({ id }) => id)), gap: fc.nat(5 * day) }))
  .map((steps) => {
    let at = 0;
    return steps.map(({ stageId, gap }) => ({
      at: (at += gap),
      stageId,
      outcome: stageId === 'won' ? ('won' as const) : ('open' as const),
      ownerId: 'amy',
      teamId: 'north',
    }));
  });

describe('entries', () => {
  test('are at most one a stage, never beyond the furthest, and a mandatory stage below it is never missing', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const entries = findEntries(log, stages, 'ordered');
        const entered = entries.map(({ stageId }) => stageId);
        const furthest = Math.max(-1, ...log.map(({ stageId }) => stages.findIndex(({ id }) => id === stageId)));
        expect(new Set(entered).size).toBe(entered.length);
        expect(entered.every((id) => stages.findIndex((stage) => stage.id === id) <= furthest)).toBe(true);
        expect(stages.slice(0, furthest + 1).every(({ id, mandatory }) => !mandatory || entered.includes(id))).toBe(
          true,
        );
      }),
    );
  });

  test('of the strict mode are real ones of the ordered mode, and those of any mode are exactly the stages visited', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const of = (mode: FunnelMode) => findEntries(log, stages, mode);
        const ordered = of('ordered')
          .filter(({ isImplied }) => !isImplied)
          .map(({ stageId }) => stageId);
        expect(of('strict').every(({ stageId }) => ordered.includes(stageId))).toBe(true);
        expect(new Set(of('any').map(({ stageId }) => stageId))).toEqual(new Set(log.map(({ stageId }) => stageId)));
      }),
    );
  });

  test('and stays: no visit is below 0 in a log that tells earlier instants after later ones, and no time is told twice', () => {
    const anyInstants = fc.tuple(anyLog, fc.array(fc.nat(20 * day), { minLength: 1 }));
    fc.assert(
      fc.property(anyInstants, fc.nat(9 * day), ([log, instants], more) => {
        const told = log.map((move, place) => ({ ...move, at: instants[place % instants.length] ?? 0 }));
        const now = Math.max(0, ...told.map(({ at }) => at)) + more;
        const stays = stages.flatMap(({ id }) => measureStay(told, [id], now) ?? []);
        expect(stays.every(({ total }) => total >= 0)).toBe(true);
        const filled = stays.reduce((sum, { total }) => sum + total, 0);
        expect(filled).toBe(told.length === 0 ? 0 : now - (told[0]?.at ?? 0));
      }),
    );
  });

  test('and stays: all stays together fill the time from the first move to now', () => {
    fc.assert(
      fc.property(anyLog, fc.nat(9 * day), (log, more) => {
        const now = (log.at(-1)?.at ?? 0) + more;
        const total = stages.reduce((sum, { id }) => sum + (measureStay(log, [id], now)?.total ?? 0), 0);
        expect(total).toBe(log.length === 0 ? 0 : now - (log[0]?.at ?? 0));
      }),
    );
  });
});

const converted = (deals: readonly CohortDeal[], before: readonly CohortDeal[], rule: CohortRule) =>
  convertCohort(
    countCohort(deals, rule),
    { previous: countCohort(before, rule), yearBefore: countCohort([], rule) },
    rule.windowDays,
  );

describe('conversion of a cohort', () => {
  const cohort = fc.array(fc.record({ enteredAt: fc.nat(100 * day), reachedAt: fc.option(fc.nat(200 * day)) }));

  test('lies within 0 and 1, and every deal is either mature or running', () => {
    fc.assert(
      fc.property(
        cohort,
        cohort,
        fc.integer({ min: 1, max: 90 }),
        fc.nat(300 * day),
        (deals, before, windowDays, now) => {
          const found = converted(deals, before, { windowDays, matureBefore: now - windowDays * day, mode: 'ordered' });
          expect(found.mature + found.running).toBe(deals.length);
          expect(found.converted).toBeLessThanOrEqual(found.mature);
          expect(found.rate === null).toBe(found.unavailable !== null);
        },
      ),
    );
  });

  test('leaves those whose window still runs out of both numbers, even if they got there', () => {
    const deals = [
      { enteredAt: 0, reachedAt: 5 * day },
      { enteredAt: 95 * day, reachedAt: 96 * day },
    ];
    expect(converted(deals, [], { windowDays: 10, matureBefore: 90 * day, mode: 'ordered' })).toMatchObject({
      mature: 1,
      converted: 1,
      running: 1,
    });
  });

  test('counts the last moment of the window and not the one after', () => {
    const reached = (reachedAt: number) =>
      converted([{ enteredAt: 0, reachedAt }], [], { windowDays: 10, matureBefore: 90 * day, mode: 'ordered' })
        .converted;
    expect([reached(10 * day), reached(10 * day + 1)]).toEqual([1, 0]);
  });

  test('calls a difference a change only beyond the interval', () => {
    const of = (hits: number, cases: number) =>
      Array.from({ length: cases }, (_, index) => ({ enteredAt: 0, reachedAt: index < hits ? day : null }));
    const rule = { windowDays: 10, matureBefore: 90 * day, mode: 'ordered' as const };
    expect([
      converted(of(3, 10), of(5, 10), rule).isChanged,
      converted(of(30, 100), of(50, 100), rule).isChanged,
    ]).toEqual([false, true]);
  });
});
