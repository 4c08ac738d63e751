import { describe, expect, test } from '@jest/globals';
import { date, isRefusal, money, type Id } from '@tandem/kernel';
import { decideEdit, type Edit, type EditableState } from './decide-edit';

const open: EditableState = {
  name: 'Order',
  stageId: 'propose' as Id<'stage'>,
  outcome: 'open',
  amountMinor: 100n,
  costMinor: null,
  currency: 'USD',
  closeDate: null,
  ownerId: 'rep' as Id<'person'>,
  teamId: 'team' as Id<'team'>,
  probability: null,
  forecastCategory: null,
  accountId: null,
  productId: null,
  sourceId: null,
  campaignId: null,
  nextStep: 'call',
  nextStepDate: null,
};
const codeOf = (decision: unknown) => (isRefusal(decision) ? decision.code : 'allowed');

describe('editing', () => {
  test('what is left out stays and null empties', () => {
    expect(decideEdit(open, { nextStep: null, probability: 0 })).toEqual({ ...open, nextStep: null, probability: 0 });
    expect(decideEdit(open, {})).toEqual(open);
  });

  test.each<[string, Edit, string]>([
    ['a cost in another currency', { cost: money(1n, 'EUR') }, 'opportunity.cost_currency'],
    ['a negative cost', { cost: money(-1n, 'USD') }, 'opportunity.amount_negative'],
    ['a cost beyond all measure', { cost: money(10n ** 15n + 1n, 'USD') }, 'opportunity.amount_too_large'],
    ['an amount in another currency', { amount: money(1n, 'EUR') }, 'opportunity.currency_fixed'],
  ])('%s is refused', (_, edit, code) => {
    expect(codeOf(decideEdit(open, edit))).toBe(code);
  });

  test('amount and cost may be set together in a new currency once both are empty', () => {
    const blank = { ...open, amountMinor: null };
    expect(decideEdit(blank, { amount: money(7n, 'EUR'), cost: money(3n, 'EUR') })).toMatchObject({
      amountMinor: 7n,
      costMinor: 3n,
      currency: 'EUR',
    });
    expect(decideEdit(blank, { cost: money(3n, 'EUR') })).toMatchObject({
      amountMinor: null,
      costMinor: 3n,
      currency: 'EUR',
    });
    expect(codeOf(decideEdit({ ...blank, costMinor: 3n }, { amount: money(7n, 'EUR') }))).toBe(
      'opportunity.currency_fixed',
    );
  });

  test('a known amount is not emptied into another currency: the row of the log would hold it in that one', () => {
    const refused = decideEdit(open, { amount: null, cost: money(5n, 'EUR') });
    expect(refused).toMatchObject({
      code: 'opportunity.currency_fixed',
      detail: 'Its money is in USD: empty amount and cost first, then set them in EUR.',
      facts: { pointer: '/cost' },
    });
    expect(decideEdit(open, { amount: null, cost: money(5n, 'USD') })).toMatchObject({
      amountMinor: null,
      costMinor: 5n,
      currency: 'USD',
    });
  });

  test('emptying the amount keeps its currency', () => {
    expect(decideEdit(open, { amount: null })).toMatchObject({ amountMinor: null, currency: 'USD' });
  });

  test('nothing that figures stand on changes once it is closed', () => {
    const won: EditableState = { ...open, outcome: 'won' };
    const fields: Edit[] = [
      { amount: money(1n, 'USD') },
      { cost: null },
      { closeDate: date('2026-01-01') },
      { probability: 1 },
      { forecastCategory: 'commit' },
      { accountId: null },
      { productId: null },
      { sourceId: null },
      { campaignId: null },
      { owned: { ownerId: won.ownerId, teamId: won.teamId } },
    ];
    for (const edit of fields) expect(codeOf(decideEdit(won, edit))).toBe('opportunity.closed_fields');
    expect(decideEdit(won, { name: 'Order 7', nextStep: 'thank them' })).toMatchObject({
      name: 'Order 7',
      nextStep: 'thank them',
    });
  });
});
