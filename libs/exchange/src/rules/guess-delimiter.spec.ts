import { guessDelimiter } from './guess-delimiter';

describe('what separates the columns', () => {
  it.each([
    [',', 'a,b,c\n1;2;3;4'],
    [';', 'a;b;c'],
    ['\t', 'a\tb'],
    ['|', 'a|b'],
    [';', '"a, b, and c";d'],
    [',', 'only one'],
    [',', ''],
  ])('is %j', (sign, start) => {
    expect(guessDelimiter(start)).toBe(sign);
  });
});
