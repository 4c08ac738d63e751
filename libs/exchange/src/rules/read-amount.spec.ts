import { isRefusal } from '@tandem/kernel';
import { readAmount } from './read-amount';

describe('reading an amount', () => {
  it.each([
    ['1054', 105_400n],
    [' 0 ', 0n],
    ['4514.5', 451_450n],
  ])('reads %j as %d minor units', (text, minor) => {
    expect(readAmount(text, 'close_value', 'USD')).toBe(minor);
  });

  it('knows that an empty cell is unknown and not nothing', () => {
    expect(readAmount('  ', 'close_value', 'USD')).toBeNull();
  });

  it.each(['1,2,3', '1,054', '12.345', 'NaN', '1e3', '$5', '٣', '99999999999999999999'])('refuses %j', (text) => {
    expect(readAmount(text, 'close_value', 'USD')).toMatchObject({ refused: true, code: 'import.amount_unreadable' });
  });

  it('refuses less than nothing', () => {
    expect(isRefusal(readAmount('-5', 'close_value', 'USD'))).toBe(true);
  });

  it('counts whole dollars where the currency has no decimals', () => {
    expect(readAmount('500', 'close_value', 'TWD')).toBe(500n);
    expect(readAmount('500.5', 'close_value', 'TWD')).toMatchObject({ code: 'import.amount_unreadable' });
  });
});
