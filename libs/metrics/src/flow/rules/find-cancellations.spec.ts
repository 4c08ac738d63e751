import fc from 'fast-check';
import { anyRoad, aMove, road } from '../../../../../test/builders/some-flow';
import { day, start } from '../../../../../test/builders/some-log';
import type { Reading } from '../../rules/facts';
import { findCancellations } from './find-cancellations';

const ever = { from: -Infinity, until: Infinity };

const told = (path: string, reading: Reading): string[] =>
  findCancellations(road(path), ever, reading).map(
    ({ sign, move, at }) => `${sign} of ${move.seq} on ${(at - start) / day}`,
  );

describe('a cancellation', () => {
  test.each([
    ['a b cancelled', ['1 of 3 on 2'], ['1 of 3 on 2']],
    ['a cancelled b', ['1 of 2 on 1', '-1 of 2 on 2'], []],
    ['a cancelled b cancelled', ['1 of 2 on 1', '-1 of 2 on 2', '1 of 4 on 3'], ['1 of 4 on 3']],
    ['a cancelled lost', ['1 of 2 on 1', '-1 of 2 on 2'], []],
    ['a cancelled cancelled', ['1 of 2 on 1'], ['1 of 2 on 1']],
    ['a b won', [], []],
  ])('in %s counts where each reading has it', (path, reported, restated) => {
    expect(told(path, 'reported')).toEqual(reported);
    expect(told(path, 'restated')).toEqual(restated);
  });

  test('counts in its own span, is never taken back before it was, and in none without a date', () => {
    const log = [aMove('a', 0), aMove('a', 5, { outcome: 'cancelled' }), aMove('b', 3)];
    expect(findCancellations(log, ever, 'reported').map(({ at }) => (at - start) / day)).toEqual([5, 5]);
    expect(findCancellations(log, { from: start, until: start + 5 * day }, 'reported')).toEqual([]);
    expect(findCancellations([aMove('a', 0, { outcome: 'cancelled', isInferred: true })], ever, 'restated')).toEqual(
      [],
    );
  });

  test('adds up, as reported, to whether it is cancelled in the end', () => {
    fc.assert(
      fc.property(anyRoad, (log) => {
        const stands = log.at(-1)?.outcome === 'cancelled' ? 1 : 0;
        expect(findCancellations(log, ever, 'reported').reduce((sum, { sign }) => sum + sign, 0)).toBe(stands);
        expect(findCancellations(log, ever, 'restated')).toHaveLength(stands);
      }),
    );
  });
});
