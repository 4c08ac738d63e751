import { describe, expect, test } from '@jest/globals';
import { date } from '@tandem/kernel';
import { findAttention } from './find-attention';

const [yesterday, today, tomorrow] = [date('2026-11-22'), date('2026-11-23'), date('2026-11-24')];
const planned = { nextStep: 'Call', nextStepDate: tomorrow, closeDate: tomorrow };

describe('an open opportunity', () => {
  test.each([
    ['with a plan ahead needs nobody', {}, []],
    ['is still in time on the day itself', { nextStepDate: today, closeDate: today }, []],
    ['whose step has no day yet needs nobody', { nextStepDate: null, closeDate: null }, []],
    ['whose step should have been done yesterday is late', { nextStepDate: yesterday }, ['step_overdue']],
    ['that should have been closed yesterday is late', { closeDate: yesterday }, ['close_date_passed']],
    ['without a next step needs one', { nextStep: null, nextStepDate: null }, ['no_next_step']],
    [
      'says everything that is wrong with it',
      { nextStep: null, nextStepDate: yesterday, closeDate: yesterday },
      ['step_overdue', 'close_date_passed', 'no_next_step'],
    ],
  ])('%s', (_, some, wrong) => {
    expect(findAttention({ ...planned, ...some }, today)).toEqual(wrong);
  });
});
