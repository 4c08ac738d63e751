import { describe, expect, test } from '@jest/globals';
import { date, isRefusal, money, type Id } from '@tandem/kernel';
import { decideAmount } from './decide-closing';
import { decideCancellation, decideLoss } from './decide-loss';
import type { Outcome, TrackedState } from './tracked-state';

const today = date('2026-11-23');
const reasons = ['price', 'timing'];
const codeOf = (decision: unknown) => (isRefusal(decision) ? decision.code : 'allowed');
const state = (outcome: Outcome): TrackedState => ({
  stageId: 'propose' as Id<'stage'>,
  outcome,
  amountMinor: 5n,
  currency: 'USD',
  closeDate: date('2027-01-31'),
  ownerId: 'rep' as Id<'person'>,
  teamId: 'team' as Id<'team'>,
  probability: 40,
});

describe('losing and cancelling', () => {
  test('a lost one stays in its stage with its amount, closed today', () => {
    expect(decideLoss(state('open'), { reason: 'price', reasons, today })).toEqual({
      ...state('open'),
      outcome: 'lost',
      closeDate: today,
    });
  });

  test('a reason outside the list is refused with the list', () => {
    const refused = decideLoss(state('open'), { reason: 'weather', reasons, today });
    expect(refused).toMatchObject({ code: 'opportunity.loss_reason_unknown', facts: { allowed: reasons } });
  });

  test('without a word it closed on the day it happened, and never in a locked period', () => {
    const days = { today, happenedOn: date('2026-10-31'), lockedBefore: date('2026-10-31') };
    const lose = (more: object = {}) => decideLoss(state('open'), { reason: 'price', reasons, ...days, ...more });
    expect(lose()).toMatchObject({ closeDate: '2026-10-31' });
    expect(lose({ closeDate: date('2026-10-30') })).toMatchObject({
      code: 'period.locked',
      facts: { firstOpenDay: '2026-10-31', pointer: '/closeDate' },
    });
  });

  test('it may have been lost earlier, but not tomorrow', () => {
    expect(decideLoss(state('open'), { reason: 'price', reasons, today, closeDate: date('2026-11-01') })).toMatchObject(
      { closeDate: '2026-11-01' },
    );
    expect(codeOf(decideLoss(state('open'), { reason: 'price', reasons, today, closeDate: date('2026-11-24') }))).toBe(
      'opportunity.close_date_ahead',
    );
  });

  test.each<Outcome>(['won', 'lost', 'cancelled'])('what is %s is closed once only', (outcome) => {
    expect(codeOf(decideLoss(state(outcome), { reason: 'price', reasons, today }))).toBe('opportunity.not_open');
    expect(codeOf(decideCancellation(state(outcome), today))).toBe('opportunity.not_open');
  });

  test('a cancelled one is closed today', () => {
    expect(decideCancellation(state('open'), today)).toMatchObject({ outcome: 'cancelled', closeDate: today });
  });
});

describe('amounts', () => {
  const unknown = { amountMinor: null, currency: 'USD' };

  test.each([
    ['0', 0n, 'allowed'],
    ['the largest', 10n ** 15n, 'allowed'],
    ['one more than the largest', 10n ** 15n + 1n, 'opportunity.amount_too_large'],
    ['less than nothing', -1n, 'opportunity.amount_negative'],
  ])('%s', (_, amountMinor, code) => {
    expect(codeOf(decideAmount(unknown, money(amountMinor, 'USD')))).toBe(code);
  });

  test('an unknown amount takes any currency, a known amount or cost keeps its own', () => {
    expect(decideAmount(unknown, money(1n, 'TWD'))).toEqual({ amountMinor: 1n, currency: 'TWD' });
    expect(codeOf(decideAmount({ amountMinor: 0n, currency: 'USD' }, money(1n, 'TWD')))).toBe(
      'opportunity.currency_fixed',
    );
    expect(codeOf(decideAmount({ ...unknown, costMinor: 3n }, money(1n, 'TWD')))).toBe('opportunity.currency_fixed');
  });
});
