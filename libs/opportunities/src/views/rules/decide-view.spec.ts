import { describe, expect, test } from '@jest/globals';
import { isRefusal, type Id, type Role } from '@tandem/kernel';
import { decideFilter, decideSharing, mayChange, maySee, sharingsOf, type Keeper, type Shared } from './decide-view';
import type { Sharing } from './view';

const north = 'north' as Id<'team'>;
const south = 'south' as Id<'team'>;
const keeper = (role: Role, teamId: Id<'team'> | null = north, id = 'ann'): Keeper => ({
  personId: id as Id<'person'>,
  role,
  teamId,
});
const view = (sharedWith: Sharing, teamId: string | null = sharedWith === 'team' ? north : null): Shared => ({
  ownerId: 'ben',
  sharedWith,
  teamId,
});
const codeOf = (decision: unknown) => (isRefusal(decision) ? decision.code : 'allowed');

describe('whom a view is shared with', () => {
  test.each<[Role, Id<'team'> | null, string]>([
    ['viewer', null, 'nobody'],
    ['rep', north, 'nobody team'],
    ['marketer', north, 'nobody team'],
    ['manager', north, 'nobody team organisation'],
    ['liaison', null, 'nobody organisation'],
    ['revenue_officer', null, 'nobody organisation'],
    ['administrator', null, 'nobody organisation'],
  ])('a %s of %s shares with %s', (role, team, expected) => {
    expect(sharingsOf(keeper(role, team)).join(' ')).toBe(expected);
  });

  test('whoever may not share so is told why, and what is shared so already may stay it', () => {
    expect(codeOf(decideSharing(keeper('rep'), 'organisation', null))).toBe('saved_view.not_with_all');
    expect(codeOf(decideSharing(keeper('liaison', null), 'team', null))).toBe('saved_view.no_team');
    expect(codeOf(decideSharing(keeper('rep'), 'organisation', 'organisation'))).toBe('allowed');
  });
});

describe('who finds and changes a view of somebody else', () => {
  test.each<[Role, Id<'team'> | null, Sharing, boolean, boolean]>([
    ['rep', north, 'nobody', false, false],
    ['administrator', null, 'nobody', false, false],
    ['rep', north, 'team', true, false],
    ['manager', north, 'team', true, true],
    ['manager', south, 'team', false, false],
    ['rep', south, 'organisation', true, false],
    ['manager', north, 'organisation', true, false],
    ['revenue_officer', null, 'organisation', true, true],
    ['administrator', null, 'organisation', true, true],
  ])('a %s of %s, shared with %s: finds %s, changes %s', (role, team, sharing, finds, changes) => {
    expect(maySee(keeper(role, team), view(sharing))).toBe(finds);
    expect(mayChange(keeper(role, team), view(sharing))).toBe(changes);
  });

  test('whoever keeps it does both, from another team too', () => {
    for (const sharing of ['nobody', 'team', 'organisation'] as const) {
      expect(maySee(keeper('rep', south, 'ben'), view(sharing))).toBe(true);
      expect(mayChange(keeper('rep', south, 'ben'), view(sharing))).toBe(true);
    }
  });
});

describe('what a view may hold', () => {
  test('the board knows no stages and no other person, the list knows both', () => {
    const stageId = 'propose' as Id<'stage'>;
    expect(decideFilter('board', { stageId })).toMatchObject({ facts: { pointer: '/filter/stageId' } });
    expect(codeOf(decideFilter('board', { ownerId: 'ben' as Id<'person'> }))).toBe('saved_view.part_unknown');
    expect(codeOf(decideFilter('board', { ownerId: 'me', closes: 'this_quarter', q: 'acme' }))).toBe('allowed');
    expect(codeOf(decideFilter('opportunities', { stageId, ownerId: 'ben' as Id<'person'> }))).toBe('allowed');
  });
});
