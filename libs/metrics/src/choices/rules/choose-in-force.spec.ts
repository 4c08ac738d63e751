import { addDays, date } from '@tandem/kernel';
import fc from 'fast-check';
import { chooseInForce } from './choose-in-force';

const day = date('2026-03-01');
const choice = (validFrom: string, recordedAt: number, id = 'a') => ({ validFrom: date(validFrom), recordedAt, id });

describe('the choice in force', () => {
  test.each([
    { of: 'none before the first', choices: [choice('2026-03-02', 1)], is: null },
    { of: 'one from its first day on', choices: [choice('2026-03-01', 1)], is: 1 },
    { of: 'the one that begins last', choices: [choice('2026-02-01', 2), choice('2026-01-01', 3)], is: 2 },
    { of: 'the second thought of one day', choices: [choice('2026-02-01', 5), choice('2026-02-01', 4)], is: 5 },
    { of: 'none yet to begin', choices: [choice('2026-02-01', 1), choice('2026-04-01', 2)], is: 1 },
  ])('is $of', ({ choices, is }) => {
    expect(chooseInForce(choices, day)?.recordedAt ?? null).toBe(is);
  });

  test('does not hang on the order they come in, and what begins later never changes an earlier day', () => {
    const some = fc.uniqueArray(fc.record({ days: fc.nat(40), recordedAt: fc.nat(5), id: fc.uuid() }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(some, fc.nat(40), (all, asked) => {
        const choices = all.map(({ days, ...rest }) => ({ ...rest, validFrom: addDays(day, days) }));
        const then = addDays(day, asked);
        const found = chooseInForce(choices, then);
        expect(chooseInForce(choices.toReversed(), then)).toEqual(found);
        expect(chooseInForce([...choices, { ...choice('2027-01-01', 9), id: 'z' }], then)).toEqual(found);
      }),
    );
  });
});
