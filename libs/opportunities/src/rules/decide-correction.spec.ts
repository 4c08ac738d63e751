import { describe, expect, test } from '@jest/globals';
import { date, isRefusal, type Id } from '@tandem/kernel';
import fc from 'fast-check';
import {
  decideRedating,
  decideWithdrawal,
  type Calendar,
  type LoggedRow,
  type WithdrawableState,
} from './decide-correction';
import { effectiveLog, enteredAt } from './effective-log';
import { nextMoveRow, type MoveRow } from './next-move-row';
import type { RoadStage } from './stage-road';
import { trackedOf, type Outcome, type TrackedState } from './tracked-state';

const stages: RoadStage[] = (
  [
    ['qualify', 'marketing', 'open'],
    ['prospect', 'sales', 'open'],
    ['propose', 'sales', 'open'],
    ['implement', 'sales', 'won'],
  ] as const
).map(([id, ownerSide, kind], position) => ({ id: id as Id<'stage'>, name: id, position, ownerSide, class: kind }));

const state = (stageId: string, outcome: Outcome = 'open', more: Partial<TrackedState> = {}): TrackedState => ({
  stageId: stageId as Id<'stage'>,
  outcome,
  amountMinor: 100n,
  currency: 'USD',
  closeDate: null,
  ownerId: 'rep' as Id<'person'>,
  teamId: 'team' as Id<'team'>,
  probability: null,
  ...more,
});
const noon = (day: number) => new Date(Date.UTC(2026, 10, day, 12));

/** The log of a life with one change a day; each of them at noon. */
class Life {
  readonly log: MoveRow[] = [];
  present: WithdrawableState = { ...state('prospect'), lossReason: null, costMinor: null };

  constructor(states: readonly TrackedState[]) {
    for (const one of states) this.append({ ...one, lossReason: null, costMinor: null }, {});
  }
  append(after: Life['present'], more: Partial<MoveRow>): void {
    const last = this.log.at(-1);
    const day = noon(this.log.length + 1);
    const row = nextMoveRow(last ? { ...this.present, lastSeq: last.seq, logHash: last.hash } : null, after, {
      id: 'm' as Id<'move'>,
      opportunityId: 'o' as Id<'opportunity'>,
      version: this.log.length + 1,
      at: more.at ?? day,
      recordedAt: day,
      actorId: null,
      reasonKey: after.outcome === 'lost' ? 'price' : null,
      ...(more.correction ? { correction: more.correction } : {}),
      ...(more.correctsSeq ? { correctsSeq: more.correctsSeq } : {}),
    });
    if (row) this.log.push(row);
    this.present = after;
  }
  withdraw(correctsSeq: number) {
    const decision = decideWithdrawal({ log: this.log, stages }, correctsSeq, this.present);
    if (!isRefusal(decision)) this.append(decision.after, { correction: 'withdraw', correctsSeq });
    return decision;
  }
  redate(correctsSeq: number, at: Date, calendar: Partial<Calendar> = {}) {
    const facts: Calendar = { now: noon(28), zone: 'UTC', lockedBefore: null, ...calendar };
    const decision = decideRedating({ log: this.log, stages }, { correctsSeq, at }, facts);
    if (!isRefusal(decision)) this.append(this.present, { correction: 'redate', correctsSeq, at: decision.at });
    return decision;
  }
}
const codeOf = (decision: unknown) => (isRefusal(decision) ? decision.code : 'allowed');
const seqs = (rows: readonly LoggedRow[]) => rows.map(({ seq }) => seq);

describe('taking back', () => {
  test('the latest change returns to what was true before it, and both rows are gone from the log as it reads', () => {
    const life = new Life([state('prospect'), state('propose', 'open', { amountMinor: 250n, probability: 40 })]);
    life.withdraw(2);
    expect(life.log[2]).toMatchObject({ seq: 3, stageFromId: 'propose', stageToId: 'prospect', correctsSeq: 2 });
    expect(life.present).toMatchObject({ stageId: 'prospect', amountMinor: 100n, probability: null });
    expect(seqs(effectiveLog(life.log))).toEqual([1]);
    expect(enteredAt(effectiveLog(life.log))).toEqual(noon(1));
  });

  test('goes from the last to the first, one after the other', () => {
    const life = new Life([state('prospect'), state('propose'), state('implement', 'won')]);
    expect(life.withdraw(2)).toMatchObject({ code: 'correction.not_latest', facts: { latest: 3 } });
    expect([3, 2].map((seq) => codeOf(life.withdraw(seq)))).toEqual(['allowed', 'allowed']);
    expect(life.present).toMatchObject({ stageId: 'prospect', outcome: 'open' });
  });

  test('a reopening brings back the loss with its reason', () => {
    const life = new Life([state('prospect'), state('prospect', 'lost'), state('propose')]);
    life.withdraw(3);
    expect(life.present).toMatchObject({ outcome: 'lost', lossReason: 'price', stageId: 'prospect' });
  });

  test('an amount in the first currency it had leaves the currency, because its cost is in it', () => {
    const life = new Life([
      state('prospect', 'open', { amountMinor: null }),
      state('prospect', 'open', { amountMinor: 5n, currency: 'EUR' }),
    ]);
    life.withdraw(2);
    expect(life.present).toMatchObject({ amountMinor: null, currency: 'EUR' });
  });

  test('an amount comes back in the currency it was in, but not past a cost in another one', () => {
    const life = new Life([
      state('prospect', 'open', { amountMinor: 100n, currency: 'USD' }),
      state('prospect', 'open', { amountMinor: null, currency: 'USD' }),
      state('prospect', 'open', { amountMinor: 5n, currency: 'EUR' }),
    ]);
    life.withdraw(3);
    expect(life.present).toMatchObject({ amountMinor: null, currency: 'EUR' });
    life.present = { ...life.present, costMinor: 3n };
    expect(codeOf(life.withdraw(2))).toBe('correction.cost_in_the_way');
    life.present = { ...life.present, costMinor: null };
    life.withdraw(2);
    expect(life.present).toMatchObject({ amountMinor: 100n, currency: 'USD' });
    expect(life.log.at(-1)).toMatchObject({ amountFromMinor: null, amountToMinor: 100n, currency: 'USD' });
  });

  test('is not done to the beginning, to what a hand-off did, to a correction, nor twice', () => {
    const life = new Life([state('qualify'), state('prospect'), state('propose')]);
    expect(codeOf(life.withdraw(3))).toBe('allowed');
    expect(codeOf(life.withdraw(3))).toBe('correction.withdrawn_already');
    expect(life.withdraw(4)).toMatchObject({ code: 'correction.of_correction', facts: { corrects: 3 } });
    expect(codeOf(life.withdraw(2))).toBe('correction.by_hand_off');
    expect(codeOf(life.withdraw(99))).toBe('correction.unknown_row');
    expect(codeOf(new Life([state('prospect')]).withdraw(1))).toBe('correction.beginning');
  });
});

describe('another date', () => {
  const life = () => new Life([state('prospect'), state('propose'), state('implement', 'won')]);

  test('leaves the state and counts where it is put, between the rows around it', () => {
    const told = life();
    expect(codeOf(told.redate(2, noon(1)))).toBe('allowed');
    expect(told.present).toMatchObject({ stageId: 'implement', outcome: 'won' });
    expect(effectiveLog(told.log).map(({ at }) => at)).toEqual([noon(1), noon(1), noon(3)]);
    expect(codeOf(told.redate(2, noon(4)))).toBe('correction.out_of_order');
    expect(codeOf(told.redate(3, new Date(noon(1).getTime() - 1)))).toBe('correction.out_of_order');
  });

  test('is measured against rows as they are dated by now, and the last word on a row rules', () => {
    const told = life();
    told.redate(3, noon(20));
    expect(codeOf(told.redate(2, noon(10)))).toBe('allowed');
    expect(codeOf(told.redate(2, noon(11)))).toBe('allowed');
    expect(effectiveLog(told.log)[1]?.at).toEqual(noon(11));
    expect(codeOf(told.redate(2, noon(11)))).toBe('correction.same_instant');
  });

  test('of the beginning goes back as far as it likes, of the latest not beyond now', () => {
    expect(codeOf(life().redate(1, new Date('2017-01-01T00:00:00Z')))).toBe('allowed');
    expect(codeOf(life().redate(1, new Date('0017-01-01T00:00:00Z')))).toBe('correction.out_of_order');
    expect(codeOf(life().redate(3, noon(29)))).toBe('correction.out_of_order');
  });

  test('neither leaves a locked period nor enters one', () => {
    expect(life().redate(2, new Date(noon(3).getTime()), { lockedBefore: date('2026-11-03') })).toMatchObject({
      code: 'period.locked',
      facts: { day: '2026-11-02' },
    });
    expect(life().redate(3, noon(2), { lockedBefore: date('2026-11-03') })).toMatchObject({ code: 'period.locked' });
    expect(codeOf(life().redate(3, noon(4), { lockedBefore: date('2026-11-03') }))).toBe('allowed');
  });
});

describe('whatever is corrected', () => {
  test('the log as it reads is one story in order, and ends where the opportunity stands', () => {
    const step = fc.record({
      does: fc.constantFrom('change', 'change', 'redate', 'withdraw', 'undo'),
      seq: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      stage: fc.constantFrom('prospect', 'propose', 'implement'),
      amount: fc.option(fc.bigInt({ min: 0n, max: 2n })),
      currency: fc.constantFrom('USD', 'EUR'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const life = new Life([state('prospect')]);
        for (const { does, seq, day, stage, amount, currency } of steps) {
          if (does === 'redate') life.redate(seq, noon(day));
          else if (does === 'withdraw') life.withdraw(seq);
          else if (does === 'undo') life.withdraw(effectiveLog(life.log).at(-1)?.seq ?? 1);
          else {
            const outcome = stage === 'implement' && amount !== null ? 'won' : 'open';
            const latest = effectiveLog(life.log).at(-1)?.at ?? noon(1);
            const money = {
              amountMinor: amount,
              currency: life.present.amountMinor === null ? currency : life.present.currency,
            };
            const after = { ...state(stage, outcome, money), lossReason: null, costMinor: null };
            life.append(after, { at: new Date(Math.max(latest.getTime(), noon(day).getTime())) });
          }
        }
        const effective = effectiveLog(life.log);
        const last = effective.at(-1);
        // An amount keeps its currency as long as there is one.
        const known = effective.findLast(({ amountToMinor }) => amountToMinor !== null);
        if (life.present.amountMinor !== null && known?.currency !== life.present.currency) return false;
        return (
          effective.every((row, place) => {
            const before = effective[place - 1];
            return (
              !before ||
              (row.at >= before.at &&
                row.stageFromId === before.stageToId &&
                row.outcomeFrom === before.outcomeTo &&
                row.amountFromMinor === before.amountToMinor)
            );
          }) &&
          last?.stageToId === trackedOf(life.present).stageId &&
          last.amountToMinor === life.present.amountMinor &&
          life.log.every(({ seq }, place) => seq === place + 1)
        );
      }),
      { numRuns: 500 },
    );
  });
});
