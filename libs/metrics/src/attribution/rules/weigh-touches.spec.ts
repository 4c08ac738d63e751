import fc from 'fast-check';
import { allocate } from '../../rules/allocate';
import { attributionModels, weighTouches } from './weigh-touches';

const day = 86_400_000;
const on = (...days: readonly number[]) => days.map((one) => one * day);
const of = (model: (typeof attributionModels)[number], touches: number[], openedAt: number | null = null) =>
  allocate(
    10_000n,
    weighTouches(touches, { model, halfLifeDays: 7, openedAt: openedAt === null ? null : openedAt * day }),
  );

describe('100.00 among touches', () => {
  const four = on(1, 8, 15, 22);

  it.each([
    ['first', four, 15, [10_000n, 0n, 0n, 0n]],
    ['last', four, 15, [0n, 0n, 0n, 10_000n]],
    ['linear', four, 15, [2_500n, 2_500n, 2_500n, 2_500n]],
    ['linear', on(1, 2, 3), 15, [3_334n, 3_333n, 3_333n]],
    ['u_shaped', four, 15, [4_000n, 1_000n, 1_000n, 4_000n]],
    ['u_shaped', on(1, 2), 15, [5_000n, 5_000n]],
    ['u_shaped', on(1), 15, [10_000n]],
    ['w_shaped', four, 15, [3_000n, 1_000n, 3_000n, 3_000n]],
    ['w_shaped', four, 14, [3_000n, 3_000n, 1_000n, 3_000n]],
    // It opened before anything touched it, so the first plays two parts: 60 : 10 (two alike) : 30.
    ['w_shaped', four, 0, [6_000n, 500n, 500n, 3_000n]],
    ['w_shaped', on(1, 2), 1, [6_667n, 3_333n]],
    // 1/8 : 1/4 : 1/2 : 1 of 15 eighths.
    ['time_decay', four, 15, [667n, 1_333n, 2_667n, 5_333n]],
    ['time_decay', on(1, 1), 15, [5_000n, 5_000n]],
  ] as const)('by %s', (model, touches, openedAt, shares) => {
    expect(of(model, [...touches], openedAt)).toEqual(shares);
  });

  it('is 100 % in every model, for any amount and any touches', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...attributionModels),
        fc.array(fc.integer({ min: 0, max: 4_000 * day }), { minLength: 1, maxLength: 15 }),
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.option(fc.integer({ min: 0, max: 4_000 * day })),
        fc.integer({ min: 1, max: 365 }),
        (model, moments, amount, openedAt, halfLifeDays) => {
          const touches = moments.toSorted((one, other) => one - other);
          const weights = weighTouches(touches, { model, halfLifeDays, openedAt });
          expect(weights.every((weight) => weight >= 0n)).toBe(true);
          expect(allocate(amount, weights).reduce((total, part) => total + part, 0n)).toBe(amount);
          expect(allocate(amount, weights)).toEqual(allocate(amount, weights));
        },
      ),
    );
  });
});
