import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { convert, decimalText, minorFrom, money, moneyText, sumOf } from './money';

const amounts = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const currencies = fc.constantFrom('USD', 'TWD', 'JPY', 'KWD', 'CLF', 'EUR');

describe('money', () => {
  test('an amount written out and read again is the same to the unit', () => {
    fc.assert(
      fc.property(
        amounts,
        currencies,
        (minor, currency) => minorFrom(decimalText(money(minor, currency)), currency) === minor,
      ),
    );
  });

  test.each([
    ['1234.5', 'USD', 123450n],
    ['-0.05', 'USD', -5n],
    ['1200', 'TWD', 1200n],
    ['1.234', 'KWD', 1234n],
    ['1000000000000000', 'TWD', 10n ** 15n],
  ])('%s %s is %s minor units', (text, currency, minor) => {
    expect(minorFrom(text, currency)).toBe(minor);
  });

  test.each([
    ['1,2,3', 'USD'],
    ['1.234', 'USD'],
    ['1.5', 'TWD'],
    ['1e3', 'USD'],
    ['', 'USD'],
    ['٣', 'USD'],
  ])('%p is no amount of %s', (text, currency) => {
    expect(minorFrom(text, currency)).toBeNull();
  });

  test('different currencies are never added', () => {
    expect(() => sumOf([money(1n, 'USD'), money(1n, 'EUR')], 'USD')).toThrow('cannot add EUR to USD');
  });

  test('half a unit goes to the even neighbour', () => {
    expect(convert(money(5n, 'USD'), 'EUR', '0.5').amountMinor).toBe(2n);
    expect(convert(money(15n, 'USD'), 'EUR', '0.5').amountMinor).toBe(8n);
  });

  test('the largest amount at the finest rate is converted to the unit', () => {
    expect(convert(money(831_420_730_285_968n, 'TWD'), 'USD', '28.4922070645').amountMinor).toBe(
      2_368_901_160_502_560_655n,
    );
    const rates = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 10n }), fc.nat({ max: 9_999_999_999 }));
    fc.assert(
      fc.property(amounts, rates, (minor, [whole, fraction]) => {
        const rate = `${whole}.${String(fraction).padStart(10, '0')}`;
        const exact = minor * (whole * 10n ** 10n + BigInt(fraction));
        expect(convert(money(minor, 'USD'), 'EUR', rate).amountMinor).toBe(halfEven(exact, 10n ** 10n));
      }),
    );
  });

  test('currencies with other decimals are converted exactly', () => {
    expect(convert(money(100n, 'USD'), 'TWD', '32.5')).toEqual(money(32n, 'TWD'));
    expect(convert(money(100n, 'TWD'), 'USD', '0.03125')).toEqual(money(312n, 'USD'));
  });

  test.each([
    [money(8_850_000n, 'TWD'), 'NT$8,850,000'],
    [money(122_000n, 'USD'), 'US$1,220'],
    [money(-5n, 'USD'), '−US$0.05'],
    [money(1_234n, 'CHF'), 'CHF\u00a012.34'],
  ])('people read %p as %s', (amount, text) => {
    expect(moneyText(amount)).toBe(text);
  });
});

/** Numerator ÷ denominator to the nearest whole number, half a unit to the even neighbour. */
function halfEven(numerator: bigint, denominator: bigint): bigint {
  if (numerator < 0n) return -halfEven(-numerator, denominator);
  const [whole, left] = [numerator / denominator, (numerator % denominator) * 2n];
  return left > denominator || (left === denominator && whole % 2n === 1n) ? whole + 1n : whole;
}
