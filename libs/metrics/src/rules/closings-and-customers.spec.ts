import { addDays, date, type PlainDate } from '@tandem/kernel';
import fc from 'fast-check';
import { aLine } from '../../../../test/builders/some-facts';
import { findNewCustomers } from './find-new-customers';
import { isSale } from './read-bookings';
import { readClosings, type OutcomeMove } from './read-closings';

describe('closings', () => {
  const outcomes = fc.array(fc.constantFrom('open' as const, 'won' as const, 'lost' as const, 'cancelled' as const), {
    minLength: 1,
  });
  const asLog = (path: readonly OutcomeMove['outcomeTo'][]): OutcomeMove[] =>
    path.map((outcomeTo, index) => ({
      seq: index + 1,
      outcomeFrom: path[index - 1] ?? null,
      outcomeTo,
      closeDateTo: outcomeTo === 'open' ? null : addDays(date('2026-01-01'), index),
      on: addDays(date('2026-01-01'), index),
      ownerToId: 'amy',
      teamToId: 'north',
      sourceId: 'fair',
    }));

  test('as restated are at most one, the outcome it has now; as reported they add up to the same', () => {
    fc.assert(
      fc.property(outcomes, (path) => {
        const log = asLog(path);
        const restated = readClosings(log, 'restated');
        const now = path.at(-1);
        expect(restated.map(({ outcome }) => outcome)).toEqual(now === 'won' || now === 'lost' ? [now] : []);
        for (const outcome of ['won', 'lost']) {
          const net = readClosings(log, 'reported').reduce(
            (sum, one) => sum + (one.outcome === outcome ? one.sign : 0),
            0,
          );
          expect(net).toBe(restated.filter((one) => one.outcome === outcome).length);
        }
      }),
    );
  });

  test('law: nothing is taken back before it closed, whatever days a move and its closing are given', () => {
    const day = fc.nat(30).map((days) => addDays(date('2026-01-01'), days));
    const steps = fc.array(fc.record({ on: day, closed: day, isWithdrawal: fc.boolean() }), {
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(outcomes, steps, (path, given) => {
        const log = asLog(path).map((move, place) => {
          const { on, closed, isWithdrawal } = given[place % given.length] ?? {};
          return { ...move, ...(on && { on, isWithdrawal }), closeDateTo: move.closeDateTo && (closed ?? null) };
        });
        let entered: PlainDate | null = null;
        for (const { sign, date: counted } of readClosings(log, 'reported')) {
          if (sign === -1) expect(entered !== null && counted >= entered).toBe(true);
          entered = sign === 1 ? counted : null;
        }
      }),
    );
  });

  test('keep the day a correction gave them', () => {
    const [opened, won] = asLog(['open', 'won']);
    const corrected = { ...won, seq: 3, outcomeFrom: 'won' as const, closeDateTo: date('2026-02-02') };
    expect(
      readClosings([opened, won, corrected].filter((one) => one !== undefined) as OutcomeMove[], 'restated'),
    ).toMatchObject([{ date: '2026-02-02' }]);
  });
});

describe('new customers', () => {
  const found = (bookings: ReturnType<typeof aLine>[], earlier: [string, PlainDate, PlainDate][] = []) =>
    findNewCustomers({
      bookings,
      earlier: new Map(earlier.map(([id, first, last]) => [id, { first, last }])),
      parents: new Map([
        ['daughter', 'mother'],
        ['mother', 'daughter'],
      ]),
      winBackMonths: 12,
      reading: 'restated',
    }).map(({ variant, accountId }) => `${accountId} ${variant}`);

  test('two on one day are one, a free pilot and a sale taken back are none', () => {
    expect(
      found([
        aLine(),
        aLine(),
        aLine({ accountId: 'pilot', amountMinor: 0n }),
        aLine({ accountId: 'gone', isReversed: true }),
      ]),
    ).toEqual(['acme first_order']);
  });

  test('a customer who bought before is won back only after the agreed months without an order', () => {
    const bought = (last: string) =>
      found([aLine({ date: date('2026-05-04') })], [['acme', date('2020-01-01'), date(last)]]);
    expect([bought('2025-05-03'), bought('2025-05-04'), bought('2026-05-04')]).toEqual([['acme win_back'], [], []]);
  });

  test('two sisters of one family who first buy on one day are not connected, and a circle of parents does no harm', () => {
    expect(found([aLine({ accountId: 'daughter' }), aLine({ accountId: 'mother' })])).toEqual([
      'daughter first_order',
      'mother first_order',
    ]);
    expect(found([aLine({ accountId: 'daughter' })], [['mother', date('2024-01-01'), date('2024-01-01')]])).toEqual([
      'daughter first_order',
      'daughter connected_new',
    ]);
  });

  describe('after second thoughts', () => {
    const adjusted = date('2025-02-03');
    const win = (wishes: Parameters<typeof aLine>[0] = {}) => aLine({ date: adjusted, ...wishes });
    const adjustment = (amountMinor: bigint, wishes: Parameters<typeof aLine>[0] = {}) =>
      aLine({ amountMinor, adjustsDate: adjusted, isByHand: true, ...wishes });
    const again = (wishes: Parameters<typeof aLine>[0] = {}) => aLine({ adjustsDate: adjusted, ...wishes });
    const both = (line: ReturnType<typeof aLine>) => [isSale(line, 'restated'), isSale(line, 'reported')];

    test('an adjustment is no sale, on neither of its days', () => {
      expect(both(adjustment(5n))).toEqual([false, false]);
    });

    test('a line that stands again is the sale where the first one stood, and nobody ordered on the day it was booked', () => {
      expect(both(again())).toEqual([true, false]);
    });

    test('a win that adjustments leave nothing of is none as restated, and was one as reported', () => {
      expect(both(win({ worthMinor: 0n }))).toEqual([false, true]);
      expect(both(win({ worthMinor: -1n }))).toEqual([false, true]);
      expect(both(win({ worthMinor: 1n }))).toEqual([true, true]);
    });

    test('a win at zero price that turned out to have one is a sale as restated', () => {
      expect(both(win({ amountMinor: 0n, worthMinor: 5n }))).toEqual([true, false]);
    });

    test('nobody is won back by an adjustment, nor is a silence ended by one', () => {
      const order = aLine({ date: date('2026-05-04') });
      const lines = [adjustment(5n, { date: date('2025-12-01') }), order];
      expect(found(lines, [['acme', date('2024-02-03'), date('2024-02-03')]])).toEqual(['acme win_back']);
    });
  });
});
