import { readWrittenAmount } from './read-written-amount';

describe('a written amount', () => {
  it.each([
    ['1200', '1200'],
    ['1200.50', '1200.5'],
    ['1200.00', '1200'],
    ['NT$1,200', '1200'],
    ['USD 1,234,567.89', '1234567.89'],
    ['1.234.567,89 €', '1234567.89'],
    ['1234,5', '1234.5'],
    ['1.5', '1.5'],
    ['(300)', '-300'],
    ['-20', '-20'],
    ['1,2,3', '1,2,3'],
    ['12 apples 3', '12 apples 3'],
    ['', ''],
    ['unknown', 'unknown'],
  ])('%j is %j', (text, plain) => {
    expect(readWrittenAmount(text)).toBe(plain);
  });
});
