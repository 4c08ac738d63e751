import { describe, expect, test } from '@jest/globals';
import { isRefusal, type Id } from '@tandem/kernel';
import {
  decideAcceptance,
  decideOffer,
  decideReceiver,
  decideRejection,
  decideReturn,
  isExpired,
  type HandedState,
  type HandOffFacts,
  type HandOffState,
} from './decide-hand-off';
import type { RoadStage } from './stage-road';

const id = <What extends string>(name: string) => name as Id<What>;
const stages: RoadStage[] = [
  { id: id('propose'), name: 'Propose', position: 4, ownerSide: 'sales', class: 'open' },
  { id: id('prospect'), name: 'Prospect', position: 3, ownerSide: 'sales', class: 'open' },
  { id: id('nurture'), name: 'Nurture', position: 1, ownerSide: 'marketing', class: 'open' },
  { id: id('qualify'), name: 'Qualify', position: 2, ownerSide: 'marketing', class: 'open' },
  { id: id('implement'), name: 'Implement', position: 5, ownerSide: 'sales', class: 'won' },
];
const opportunity: HandedState = {
  stageId: id('nurture'),
  outcome: 'open',
  amountMinor: null,
  currency: 'USD',
  closeDate: null,
  ownerId: id('marketer'),
  teamId: id('marketing team'),
  probability: null,
  marketingOwnerId: null,
  marketingTeamId: null,
};
const offeredAt = new Date('2026-11-01T09:00:00.000Z');
const handOff = (state: HandOffState): HandOffFacts => ({
  state,
  fromTeamId: id('marketing team'),
  toTeamId: id('sales team'),
  offeredById: id('marketer'),
  offeredAt,
});
const reasons = ['not_ready', 'wrong_fit'];
const answeredStates: HandOffState[] = ['accepted', 'rejected', 'returned', 'expired'];
const codeOf = (decision: unknown) => (isRefusal(decision) ? decision.code : 'allowed');

describe('meaning somebody', () => {
  test.each([
    ['of the receiving team', { teamId: 'sales team', active: true }, 'allowed'],
    ['of another team', { teamId: 'other team', active: true }, 'hand_off.receiver_outside'],
    ['who has left', { teamId: 'sales team', active: false }, 'hand_off.receiver_outside'],
  ])('%s', (_, { teamId, active }, outcome) => {
    expect(codeOf(decideReceiver(id('sales team'), { id: id('rep'), teamId: id(teamId), active }))).toBe(outcome);
  });
  test('whom nobody knows', () => {
    expect(codeOf(decideReceiver(id('sales team'), null))).toBe('hand_off.receiver_outside');
  });
});

describe('offering', () => {
  const offer = (more: Partial<Parameters<typeof decideOffer>[0]> = {}) =>
    decideOffer({
      opportunity,
      stage: { name: 'Nurture', ownerSide: 'marketing' },
      toTeam: { id: id('sales team'), side: 'sales' },
      alreadyOffered: false,
      ...more,
    });

  test('it goes from the team that owns it to the sales team', () => {
    expect(offer()).toEqual({ fromTeamId: 'marketing team', toTeamId: 'sales team' });
  });

  test.each([
    ['a closed one', { opportunity: { ...opportunity, outcome: 'lost' as const } }, 'opportunity.not_open'],
    ['one with sales', { stage: { name: 'Propose', ownerSide: 'sales' as const } }, 'hand_off.already_with_sales'],
    ['one offered already', { alreadyOffered: true }, 'hand_off.already_offered'],
    ['to marketing', { toTeam: { id: id<'team'>('other'), side: 'marketing' } }, 'hand_off.no_sales_team'],
    ['to nobody', { toTeam: null }, 'hand_off.no_sales_team'],
  ])('%s is refused', (_, more, code) => {
    expect(codeOf(offer(more))).toBe(code);
  });
});

describe('answering', () => {
  test('accepting moves it to the first stage of sales and remembers who gave it', () => {
    expect(decideAcceptance(handOff('offered'), opportunity, { stages, ownerId: id('rep') })).toMatchObject({
      to: { id: 'prospect' },
      after: {
        stageId: 'prospect',
        ownerId: 'rep',
        teamId: 'sales team',
        marketingOwnerId: 'marketer',
        marketingTeamId: 'marketing team',
      },
    });
  });

  test('giving back undoes the acceptance, to the stage just before the hand-off', () => {
    const accepted = decideAcceptance(handOff('offered'), opportunity, { stages, ownerId: id('rep') });
    if (isRefusal(accepted)) throw new Error(accepted.code);
    const returned = decideReturn(handOff('accepted'), accepted.after, { stages, reason: 'wrong_fit', reasons });
    expect(returned).toMatchObject({ after: { ...opportunity, stageId: 'qualify' } });
  });

  test('an imported one whose giver is not known goes back to whoever offered it', () => {
    const taken = {
      ...opportunity,
      stageId: id<'stage'>('propose'),
      ownerId: id<'person'>('rep'),
      teamId: id<'team'>('sales team'),
    };
    expect(decideReturn(handOff('accepted'), taken, { stages, reason: 'not_ready', reasons })).toMatchObject({
      after: { ownerId: 'marketer', teamId: 'marketing team' },
    });
  });

  test('rejecting and giving back need an agreed reason', () => {
    expect(decideRejection(handOff('offered'), 'not_ready', reasons)).toEqual({ reason: 'not_ready' });
    expect(codeOf(decideRejection(handOff('offered'), 'no_mood', reasons))).toBe('hand_off.reason_unknown');
    expect(codeOf(decideReturn(handOff('accepted'), opportunity, { stages, reason: '', reasons }))).toBe(
      'hand_off.reason_unknown',
    );
  });

  test.each(answeredStates)('what is %s is not answered again', (state) => {
    expect(codeOf(decideAcceptance(handOff(state), opportunity, { stages, ownerId: id('rep') }))).toBe(
      'hand_off.answered',
    );
    expect(codeOf(decideRejection(handOff(state), 'not_ready', reasons))).toBe('hand_off.answered');
  });

  test.each<HandOffState>(['offered', 'rejected', 'returned', 'expired'])('what is %s is not given back', (state) => {
    expect(codeOf(decideReturn(handOff(state), opportunity, { stages, reason: 'not_ready', reasons }))).toBe(
      'hand_off.not_accepted',
    );
  });

  test('the offer of a closed opportunity is not accepted', () => {
    const lost = { ...opportunity, outcome: 'lost' as const };
    expect(codeOf(decideAcceptance(handOff('offered'), lost, { stages, ownerId: id('rep') }))).toBe(
      'hand_off.opportunity_closed',
    );
  });
});

test('an offer expires at the instant its days are over, and only while it waits', () => {
  const end = new Date('2026-11-15T09:00:00.000Z');
  expect(isExpired(handOff('offered'), 14, new Date(end.getTime() - 1))).toBe(false);
  expect(isExpired(handOff('offered'), 14, end)).toBe(true);
  for (const state of answeredStates) expect(isExpired(handOff(state), 14, end)).toBe(false);
});
