import { expect, test } from '@jest/globals';
import { nextDays } from './next-days';

const offered = (today: string) => nextDays(today).map(({ name, day }) => `${name} ${day.slice(5)}`);

test.each([
  ['on a Monday', '2026-11-23', ['tomorrow 11-24', 'third 11-26', 'week 11-30']],
  ['on a Thursday the weekend does not count', '2026-11-26', ['tomorrow 11-27', 'third 12-01', 'week 12-03']],
  ['on a Friday the next day is Monday', '2026-11-27', ['workday 11-30', 'third 12-02', 'week 12-04']],
  ['on a Saturday', '2026-11-28', ['workday 11-30', 'third 12-02', 'week 12-07']],
  ['on a Sunday', '2026-11-29', ['tomorrow 11-30', 'third 12-02', 'week 12-07']],
])('%s', (_, today, days) => {
  expect(offered(today)).toEqual(days);
});
