import { describe, expect, test } from '@jest/globals';
import { isRefusal, type Id, type Role, type Side } from '@tandem/kernel';
import { decideOpening } from './decide-opening';
import { decideOwner, type OwnerToBe } from './decide-owner';
import { decideReferences } from './decide-references';
import { mayAnswer, sidesOf, type Worker } from './may-work';
import type { RoadStage } from './stage-road';
import { visibleTo } from './visible-to';

const team = 'team' as Id<'team'>;
const other = 'other' as Id<'team'>;
const worker = (role: Role | 'system', side: Side = 'sales', teamId: Id<'team'> | null = team): Worker => ({
  role,
  side,
  teamId,
});
const codeOf = (decision: unknown) => (isRefusal(decision) ? decision.code : 'allowed');

describe('who works which side', () => {
  test.each<[Role | 'system', Side, string]>([
    ['rep', 'sales', 'sales'],
    ['marketer', 'marketing', 'marketing'],
    ['manager', 'sales', 'sales'],
    ['manager', 'marketing', 'marketing'],
    ['manager', 'other', 'marketing sales'],
    ['liaison', 'other', 'marketing sales'],
    ['revenue_officer', 'other', 'marketing sales'],
    ['administrator', 'other', 'marketing sales'],
    ['system', 'other', 'marketing sales'],
    ['viewer', 'sales', ''],
  ])('a %s of %s', (role, side, expected) => {
    expect(sidesOf(worker(role, side)).join(' ')).toBe(expected);
  });

  test.each<[Role, boolean]>([
    ['rep', false],
    ['marketer', false],
    ['manager', false],
    ['liaison', true],
    ['revenue_officer', true],
    ['administrator', true],
    ['viewer', true],
  ])('a %s sees everything: %s', (role, everything) => {
    expect(visibleTo(worker(role)).everything).toBe(everything);
  });

  test('an offer is answered by the receiving team or by those between the sides, never by the giver or a viewer', () => {
    const offer = { toTeamId: team };
    expect(mayAnswer(worker('rep'), offer)).toBe(true);
    expect(mayAnswer(worker('rep', 'sales', other), offer)).toBe(false);
    expect(mayAnswer(worker('marketer', 'marketing'), offer)).toBe(false);
    expect(mayAnswer(worker('liaison', 'other', null), offer)).toBe(true);
    expect(mayAnswer(worker('viewer', 'sales'), offer)).toBe(false);
  });
});

describe('who may own', () => {
  const owner = (more: Partial<OwnerToBe> = {}): OwnerToBe => ({
    ...worker('rep'),
    id: 'p' as Id<'person'>,
    active: true,
    ...more,
  });

  test.each<[string, OwnerToBe | null, string]>([
    ['a colleague', owner(), 'allowed'],
    ['nobody', null, 'opportunity.owner_unknown'],
    ['one who left', owner({ active: false }), 'opportunity.owner_unknown'],
    ['one without a team', owner({ teamId: null }), 'opportunity.owner_without_team'],
    ['one of another team', owner({ teamId: other }), 'opportunity.owner_outside'],
    ['a marketer', owner({ role: 'marketer', side: 'marketing' }), 'opportunity.owner_other_side'],
  ])('%s in a sales stage', (_, candidate, code) => {
    expect(codeOf(decideOwner(worker('rep'), candidate, 'sales'))).toBe(code);
  });

  test('those who see everything may name somebody of any team', () => {
    expect(decideOwner(worker('revenue_officer', 'other', null), owner({ teamId: other }), 'sales')).toEqual({
      ownerId: 'p',
      teamId: other,
    });
  });
});

describe('opening', () => {
  const stages: RoadStage[] = [
    { id: 'qualify' as Id<'stage'>, name: 'Qualify', position: 1, ownerSide: 'marketing', class: 'open' },
    { id: 'propose' as Id<'stage'>, name: 'Propose', position: 2, ownerSide: 'sales', class: 'open' },
    { id: 'implement' as Id<'stage'>, name: 'Implement', position: 3, ownerSide: 'sales', class: 'won' },
  ];
  const owner: OwnerToBe = { ...worker('rep'), id: 'p' as Id<'person'>, active: true };
  const open = (stageId: string) =>
    decideOpening(
      { worker: worker('rep'), stages, owner, reportingCurrency: 'TWD' },
      { stageId: stageId as Id<'stage'>, amount: null, closeDate: null },
    );

  test('it begins open, in the reporting currency while nobody knows the amount', () => {
    expect(open('propose')).toMatchObject({
      outcome: 'open',
      amountMinor: null,
      currency: 'TWD',
      ownerId: 'p',
      teamId: team,
    });
  });

  test.each(['qualify', 'implement'])('a rep opens none in %s', (stageId) => {
    expect(open(stageId)).toMatchObject({ code: 'opportunity.opens_elsewhere', facts: { allowed: ['propose'] } });
  });
});

describe('what it points at', () => {
  const found = { account: true, product: true, source: true, campaignSourceId: 'fair' as Id<'source'> };
  const fair = 'fair' as Id<'source'>;
  const post = 'post' as Id<'source'>;
  const campaignId = 'spring' as Id<'campaign'>;

  test('a campaign names its source', () => {
    expect(decideReferences({ campaignId }, found)).toEqual({ campaignId, sourceId: fair });
    expect(codeOf(decideReferences({ campaignId, sourceId: post }, found))).toBe(
      'opportunity.campaign_of_other_source',
    );
  });

  test('another source leaves the campaign behind', () => {
    expect(decideReferences({ sourceId: post }, { ...found, campaignSourceId: null })).toEqual({
      sourceId: post,
      campaignId: null,
    });
  });

  test('what does not exist is pointed at, and emptying needs nothing to exist', () => {
    const none = { account: false, product: false, source: false, campaignSourceId: null };
    expect(decideReferences({ accountId: 'a' as Id<'account'> }, none)).toMatchObject({
      facts: { pointer: '/accountId' },
    });
    expect(decideReferences({ campaignId }, none)).toMatchObject({ facts: { pointer: '/campaignId' } });
    expect(codeOf(decideReferences({ accountId: null, productId: null }, none))).toBe('allowed');
  });
});
