import { describe, expect, test } from '@jest/globals';
import { date, isRefusal, money, type Id } from '@tandem/kernel';
import fc from 'fast-check';
import { allowedMoves, decideMove, type MoveFacts } from './decide-move';
import { decideReopening } from './decide-reopening';
import type { WorkingSide } from './may-work';
import type { RoadStage } from './stage-road';
import type { Outcome, TrackedState } from './tracked-state';

const stage = (name: string, position: number, ownerSide: WorkingSide, kind: 'open' | 'won' = 'open'): RoadStage => ({
  id: name as Id<'stage'>,
  name,
  position,
  ownerSide,
  class: kind,
});

const stages = [
  stage('nurture', 1, 'marketing'),
  stage('qualify', 2, 'marketing'),
  stage('prospect', 3, 'sales'),
  stage('propose', 4, 'sales'),
  stage('implement', 5, 'sales', 'won'),
  stage('retain', 6, 'sales', 'won'),
];
const today = date('2026-11-23');
const both: readonly WorkingSide[] = ['marketing', 'sales'];

const state = (stageId: string, outcome: Outcome = 'open', amountMinor: bigint | null = 100n): TrackedState => ({
  stageId: stageId as Id<'stage'>,
  outcome,
  amountMinor,
  currency: 'USD',
  closeDate: null,
  ownerId: 'rep' as Id<'person'>,
  teamId: 'team' as Id<'team'>,
  probability: null,
});

const facts = (opportunity: TrackedState, sides: readonly WorkingSide[] = both, returnable = false) =>
  ({ stages, opportunity, sides, returnable }) satisfies MoveFacts;
const meanings = (given: MoveFacts) =>
  Object.fromEntries(allowedMoves(given).map(({ stageId, means }) => [stageId, means]));
const codeOf = (decision: unknown) => (isRefusal(decision) ? decision.code : 'allowed');

describe('where an opportunity may go', () => {
  test.each([
    ['in marketing', state('qualify'), { nurture: 'move', prospect: 'hand_off' }],
    ['in sales', state('prospect'), { propose: 'move', implement: 'win', retain: 'win' }],
    ['won', state('implement', 'won'), { prospect: 'reopen', propose: 'reopen', retain: 'move' }],
    ['lost in sales', state('propose', 'lost'), { prospect: 'reopen', propose: 'reopen' }],
    ['cancelled in marketing', state('nurture', 'cancelled'), { nurture: 'reopen', qualify: 'reopen' }],
  ])('%s', (_, opportunity, expected) => {
    expect(meanings(facts(opportunity))).toEqual(expected);
  });

  test('what was handed over can be given back to the stage before the hand-off', () => {
    expect(meanings(facts(state('propose'), both, true))).toEqual({
      qualify: 'return',
      prospect: 'move',
      implement: 'win',
      retain: 'win',
    });
  });

  test('the other side moves nothing', () => {
    expect(allowedMoves(facts(state('propose'), ['marketing']))).toEqual([]);
    expect(allowedMoves(facts(state('qualify'), ['sales']))).toEqual([]);
    expect(allowedMoves(facts(state('qualify'), []))).toEqual([]);
  });
});

describe('moving', () => {
  const move = (opportunity: TrackedState, to: string, more: object = {}) =>
    decideMove(facts(opportunity), { toStageId: to as Id<'stage'>, today, ...more });

  test.each([
    ['the same stage', state('propose'), 'propose', 'opportunity.same_stage'],
    ['a stage that is not there', state('propose'), 'nowhere', 'opportunity.unknown_stage'],
    ['across the hand-off', state('qualify'), 'prospect', 'opportunity.needs_hand_off'],
    ['far across the hand-off', state('qualify'), 'implement', 'opportunity.needs_hand_off'],
    ['back across the hand-off', state('propose'), 'qualify', 'opportunity.needs_return'],
    ['a lost one', state('propose', 'lost'), 'prospect', 'opportunity.closed'],
    ['a won one back', state('implement', 'won'), 'propose', 'opportunity.closed'],
    ['winning without an amount', state('propose', 'open', null), 'implement', 'opportunity.amount_needed'],
  ])('%s is refused', (_, opportunity, to, code) => {
    expect(codeOf(move(opportunity, to))).toBe(code);
  });

  test('a refusal says what is allowed instead', () => {
    const refused = move(state('qualify'), 'prospect');
    expect(isRefusal(refused) && refused.detail).toContain('Allowed now: nurture, prospect.');
  });

  test('case 1: a stage may be skipped on the way to winning', () => {
    expect(move(state('prospect'), 'implement')).toMatchObject({
      means: 'win',
      after: { outcome: 'won', closeDate: today },
    });
  });

  test('a price of nothing wins, an unknown one does not', () => {
    expect(codeOf(move(state('propose', 'open', 0n), 'implement'))).toBe('allowed');
    expect(move(state('propose', 'open', null), 'implement', { amount: money(0n, 'EUR') })).toMatchObject({
      after: { amountMinor: 0n, currency: 'EUR' },
    });
  });

  test('the day it was won may be given, but not one that has not come', () => {
    expect(move(state('propose'), 'implement', { closeDate: date('2026-10-31') })).toMatchObject({
      after: { closeDate: '2026-10-31' },
    });
    expect(codeOf(move(state('propose'), 'implement', { closeDate: date('2026-11-24') }))).toBe(
      'opportunity.close_date_ahead',
    );
  });

  test('moving on between won stages keeps the closing as it was', () => {
    const won = { ...state('implement', 'won'), closeDate: date('2026-01-31') };
    expect(move(won, 'retain')).toMatchObject({
      means: 'move',
      after: { outcome: 'won', closeDate: '2026-01-31', amountMinor: 100n },
    });
    expect(codeOf(move(won, 'retain', { amount: money(1n, 'USD') }))).toBe('opportunity.closed');
  });

  test('whatever is allowed leaves the outcome fitting the stage, and whatever is not allowed is refused', () => {
    const outcomes: Outcome[] = ['open', 'lost', 'cancelled'];
    fc.assert(
      fc.property(
        fc.constantFrom(...stages),
        fc.constantFrom(...outcomes),
        fc.constantFrom(...stages),
        fc.subarray(['marketing', 'sales'] as WorkingSide[]),
        fc.boolean(),
        (from, closed, to, sides, returnable) => {
          const opportunity = state(from.id, from.class === 'won' ? 'won' : closed);
          const given = facts(opportunity, sides, returnable);
          const allowed = allowedMoves(given).find(({ stageId }) => stageId === to.id)?.means;
          const decision = decideMove(given, { toStageId: to.id, today });
          if (isRefusal(decision)) return allowed !== 'move' && allowed !== 'win';
          return decision.means === allowed && (decision.after.outcome === 'won') === (to.class === 'won');
        },
      ),
    );
  });
});

describe('reopening', () => {
  const reopen = (opportunity: TrackedState, to: string) => decideReopening(facts(opportunity), to as Id<'stage'>);

  test('a won one goes back to an open stage of sales, takes its bookings back and has no closing day any more', () => {
    const won = { ...state('implement', 'won'), closeDate: date('2026-06-30') };
    expect(reopen(won, 'propose')).toMatchObject({
      reverses: true,
      after: { outcome: 'open', stageId: 'propose', closeDate: null, amountMinor: 100n },
    });
  });

  test('a lost one may stay in the stage where it was lost, and reverses nothing', () => {
    expect(reopen(state('propose', 'lost'), 'propose')).toMatchObject({ reverses: false, after: { outcome: 'open' } });
  });

  test.each([
    ['an open one', state('propose'), 'prospect', 'opportunity.not_closed'],
    ['into a won stage', state('propose', 'lost'), 'implement', 'opportunity.reopens_elsewhere'],
    ['into the other side', state('propose', 'lost'), 'qualify', 'opportunity.reopens_elsewhere'],
    ['into a stage that is not there', state('propose', 'lost'), 'nowhere', 'opportunity.unknown_stage'],
  ])('%s is refused', (_, opportunity, to, code) => {
    expect(codeOf(reopen(opportunity, to))).toBe(code);
  });
});
