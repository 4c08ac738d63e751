import { AgreedClock } from './agreed-clock';

describe('the clock that workers share', () => {
  it('shows the database’s time, whatever the computer’s own says', () => {
    const clock = new AgreedClock();
    const local = Date.now();
    const week = 7 * 86_400_000;
    expect(clock.agree(new Date(local - week), local)).toBe(-week);
    expect(Math.abs(clock.now().getTime() - (local - week))).toBeLessThan(5_000);
    expect(clock.agree(new Date(local - week), local)).toBe(0);
  });
});
