import { describe, expect, test } from '@jest/globals';
import { date, isRefusal } from '@tandem/kernel';
import { decideMoment, type MomentFacts } from './decide-moment';

const at = (text: string) => new Date(`2026-${text}:00.000Z`);
const facts: MomentFacts = {
  now: at('11-23T09:00'),
  zone: 'UTC',
  beganAt: at('10-01T09:00'),
  latestAt: at('11-02T09:00'),
  lockedBefore: date('2026-10-01'),
};
const codeOf = (decision: unknown) => (isRefusal(decision) ? decision.code : 'allowed');

describe('dating a change back', () => {
  test.each([
    ['now', '11-23T09:00', 'allowed'],
    ['the instant of the latest change', '11-02T09:00', 'allowed'],
    ['a minute ahead', '11-23T09:01', 'opportunity.at_ahead'],
    ['before the latest change', '11-02T08:59', 'opportunity.at_before_latest'],
    ['before it began', '10-01T08:59', 'opportunity.at_before_beginning'],
  ])('to %s', (_, instant, code) => {
    expect(codeOf(decideMoment(at(instant), facts))).toBe(code);
  });

  test('the day of the reporting zone is what is locked', () => {
    const locked = { ...facts, lockedBefore: date('2026-11-03') };
    const late = at('11-02T23:30');
    expect(decideMoment(late, locked)).toMatchObject({
      code: 'period.locked',
      facts: { day: '2026-11-02', firstOpenDay: '2026-11-03', pointer: '/at' },
    });
    expect(decideMoment(late, { ...locked, zone: 'Asia/Taipei' })).toBe(late);
  });
});
