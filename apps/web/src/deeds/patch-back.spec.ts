import { expect, test } from '@jest/globals';
import type { OpportunityWire } from '@tandem/contracts';
import { patchBack } from './patch-back';

const before = {
  name: 'Chairs',
  amount: { amountMinor: '100', currency: 'TWD' },
  nextStep: null,
  nextStepDate: null,
  owner: { id: 'ann' },
  account: null,
  source: { id: 'fair' },
  campaign: { id: 'spring' },
} as unknown as OpportunityWire;

test('puts back what was changed and nothing else', () => {
  expect(patchBack(before, { amount: null })).toEqual({ amount: { amountMinor: '100', currency: 'TWD' } });
  expect(patchBack(before, { nextStep: 'Call', nextStepDate: '2026-12-01' })).toEqual({
    nextStep: null,
    nextStepDate: null,
  });
  expect(patchBack(before, { ownerId: 'ben', accountId: 'acme' })).toEqual({ ownerId: 'ann', accountId: null });
});

test('a source comes back with its campaign, which the other source had left behind', () => {
  expect(patchBack(before, { sourceId: 'post' })).toEqual({ sourceId: 'fair', campaignId: 'spring' });
});
