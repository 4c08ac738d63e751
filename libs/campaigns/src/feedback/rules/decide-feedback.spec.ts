import { describe, expect, test } from '@jest/globals';
import { newId } from '@tandem/kernel';
import { decideFeedback, decideUnnamed } from './decide-feedback';

const [north, south, brand] = [newId<'team'>(), newId<'team'>(), newId<'team'>()];
const handOff = (state = 'accepted') => ({ state, fromTeamId: brand, toTeamId: north });
const sales = { side: 'sales', teamId: north } as const;
const marketing = { side: 'marketing', teamId: brand } as const;

describe('feedback', () => {
  test('goes from sales to marketing and back, of a week or of a hand-off', () => {
    expect(decideFeedback(sales, null)).toBe('lead_quality');
    expect(decideFeedback(marketing, null)).toBe('follow_up');
    for (const state of ['accepted', 'rejected', 'returned', 'expired']) {
      expect(decideFeedback(sales, handOff(state))).toBe('lead_quality');
      expect(decideFeedback(marketing, handOff(state))).toBe('follow_up');
    }
  });

  test('is not for those who work on neither side, nor for other teams, nor before there is an answer', () => {
    expect(decideFeedback({ side: 'other', teamId: null }, null)).toMatchObject({ code: 'feedback.other_side' });
    expect(decideFeedback({ side: 'sales', teamId: south }, handOff())).toMatchObject({ code: 'feedback.not_party' });
    expect(decideFeedback({ side: 'sales', teamId: null }, handOff())).toMatchObject({ code: 'feedback.not_party' });
    expect(decideFeedback(sales, handOff('offered'))).toMatchObject({ code: 'feedback.not_answered' });
  });

  test('has no name where three or more could have spoken, and together no more often than there are people', () => {
    expect(decideUnnamed({ people: 2, given: 0 })).toMatchObject({ code: 'feedback.unnamed_too_few' });
    expect(decideUnnamed({ people: 3, given: 2 })).toBe(true);
    expect(decideUnnamed({ people: 3, given: 3 })).toMatchObject({ code: 'feedback.unnamed_full' });
  });
});
