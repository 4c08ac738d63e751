import fc from 'fast-check';
import { dayFinder } from './day-finder';
import { localDate } from './zone';

const zones = ['UTC', 'Asia/Taipei', 'America/New_York', 'Pacific/Apia', 'Pacific/Kiritimati', 'America/Sao_Paulo'];

test.each(zones)('the day of an instant in %s is the one the calendar library finds', (zone) => {
  const dayOf = dayFinder(zone);
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      (instant) => {
        expect(dayOf(instant.getTime())).toBe(localDate(instant, zone));
      },
    ),
    { numRuns: 2_000 },
  );
});

test('a day that a zone left out belongs to nobody', () => {
  const dayOf = dayFinder('Pacific/Apia');
  expect(dayOf(Date.parse('2011-12-30T09:59:59.999Z'))).toBe('2011-12-29');
  expect(dayOf(Date.parse('2011-12-30T10:00:00.000Z'))).toBe('2011-12-31');
});
