import { addWorkingMinutes } from '@tandem/people';
import { planOffers } from './plan-offers';

const calendar = { zone: 'Asia/Taipei', opens: '09:00', closes: '18:00', weekdays: [1, 2, 3, 4, 5], holidays: [] };
const workingLater = (from: Date, minutes: number) => addWorkingMinutes(calendar, from, minutes);

describe('hand-offs that wait today', () => {
  // Monday to Sunday, at hours of work and of sleep in Taipei.
  const moments = Array.from({ length: 7 }, (_, day) =>
    [1, 5, 9, 13, 19, 23].map((hour) => new Date(Date.UTC(2026, 10, 23 + day, hour, 20))),
  ).flat();

  it.each(moments.map((now) => [now.toISOString(), now] as const))(
    'are partly overdue and partly in time at %s',
    (_, now) => {
      const offers = planOffers(now, workingLater).flatMap((waiting) => waiting.offers);
      expect(offers.every(({ offeredAt }) => offeredAt <= now)).toBe(true);
      expect(offers.filter(({ dueAt }) => dueAt < now)).toHaveLength(5);
      expect(offers.filter(({ dueAt }) => dueAt >= now)).toHaveLength(6);
    },
  );
});
