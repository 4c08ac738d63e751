import { date } from '@tandem/kernel';
import { decidedDays } from './decided-days';

describe('the days of entry that are decided in a week', () => {
  it('lie the window and one day earlier', () => {
    const week = { from: date('2026-11-16'), until: date('2026-11-23') };
    expect(decidedDays(week, 30)).toEqual({ from: '2026-10-16', until: '2026-10-23' });
  });

  it('are none twice: the days of one week end where those of the next begin', () => {
    const [one, next] = [
      { from: date('2026-11-16'), until: date('2026-11-23') },
      { from: date('2026-11-23'), until: date('2026-11-30') },
    ];
    expect(decidedDays(one, 7).until).toBe(decidedDays(next, 7).from);
  });
});
