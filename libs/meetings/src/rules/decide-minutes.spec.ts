import { isRefusal } from '@tandem/kernel';
import { decideMinutes } from './decide-minutes';

describe('minutes', () => {
  const now = new Date('2026-03-02T09:30:00Z');

  it.each([
    ['a meeting that runs', 'composed', now, 'sent'],
    ['one that was run and closed', 'held', now, 'sent'],
    ['one that its chair closed without running it here', 'held', null, 'sent'],
    ['one that has not begun', 'composed', null, 'agenda.not_begun'],
  ] as const)('of %s', (_, state, startedAt, outcome) => {
    const decision = decideMinutes({ state, startedAt });
    expect(isRefusal(decision) ? decision.code : 'sent').toBe(outcome);
  });
});
