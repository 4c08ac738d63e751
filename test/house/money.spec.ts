import { describe, expect, it } from '@jest/globals';
import { exponentOf, money, moneyText } from '@tandem/kernel';
import fc from 'fast-check';

interface ScreenMoney {
  readonly decimalsOf: (currency: string) => number;
  readonly exactMoney: (money: { amountMinor: string; currency: string }, locale: string) => string;
}

// Named by a variable, because its types belong to a browser and these to a server.
const formats = ['..', '..', 'apps', 'web', 'src', 'formats', 'money'].join('/');
const { decimalsOf, exactMoney } = (await import(formats)) as ScreenMoney;

const currencies = Intl.supportedValuesOf('currency');

// The web knows only contracts, so currencies stand there a second time; they must never part.
describe('money on the screens and money on the server', () => {
  it('have the same decimals in every currency', () => {
    expect(currencies.length).toBeGreaterThan(100);
    expect(currencies.map(decimalsOf)).toEqual(currencies.map(exponentOf));
  });

  it('read the same to the unit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.constantFrom(...currencies),
        (minor, currency) => {
          const shown = exactMoney({ amountMinor: String(minor), currency }, 'en');
          expect(shown).toBe(moneyText(money(minor, currency)));
        },
      ),
    );
  });
});
