import type { Locale } from '@tandem/kernel';
import { sayDay, sayMoment, sayShare } from './say-facts';

const locales: readonly [Locale, string, RegExp][] = [
  ['en', '8 Dec 2026', /^8 Dec 2026, 09:30$/],
  ['zh-TW', '2026年12月8日', /^2026年12月8日 09:30$/],
];

describe.each(locales)('facts in %s', (locale, day, moment) => {
  it('tell a day as the screens do', () => {
    expect(sayDay('2026-12-08', locale)).toBe(day);
    expect(sayMoment('2026-12-08T01:30:00Z', locale, 'Asia/Taipei')).toMatch(moment);
  });
});

test('a share has one digit at most and no blank before the sign', () => {
  expect(['0.5640', '0.5', '-0.021'].map((ratio) => sayShare(ratio))).toEqual(['56.4%', '50%', '−2.1%']);
});
