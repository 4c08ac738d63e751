import { describe, expect, test } from '@jest/globals';
import type { Id } from '@tandem/kernel';
import { decideAccountChange, endsAdministrators, type Account, type AccountWish } from './decide-account-change';

const team = '01890000-0000-7000-8000-000000000001' as Id<'team'>;
const account: Account = {
  name: 'Ann',
  nameZh: null,
  side: 'sales',
  role: 'rep',
  teamId: null,
  locale: 'en',
  active: true,
};
const usual = { isOwn: false, teamSide: null, isLastAdministrator: false };
const decide = (wish: AccountWish, circumstances = {}) =>
  decideAccountChange(account, wish, { ...usual, ...circumstances });

describe('what an administrator changes about a person', () => {
  test.each<[AccountWish, string]>([
    [{ role: 'manager' }, 'reassigned'],
    [{ teamId: team }, 'reassigned'],
    [{ side: 'marketing', name: 'Anna' }, 'reassigned'],
    [{ locale: 'zh-TW' }, 'changed'],
    [{ nameZh: '安' }, 'changed'],
    [{ active: false, role: 'viewer' }, 'deactivated'],
  ])('%j is told as %s', (wish, act) => {
    expect(decide(wish, { teamSide: wish.teamId ? 'sales' : null })).toMatchObject({ act, after: wish });
  });

  test('only what is not as it was is told, with what it was', () => {
    expect(decide({ name: 'Anna', locale: 'en' })).toEqual({
      act: 'changed',
      before: { name: 'Ann' },
      after: { name: 'Anna' },
    });
  });

  test('nothing else is nothing at all', () => {
    expect(decide({ role: 'rep', name: undefined })).toBeNull();
  });

  test('whoever was switched off is switched on again', () => {
    expect(decideAccountChange({ ...account, active: false }, { active: true }, usual)).toMatchObject({
      act: 'reactivated',
    });
  });

  test('nobody switches themselves off, or gives themselves another role', () => {
    expect(decide({ active: false }, { isOwn: true })).toMatchObject({ code: 'person.own_account' });
    expect(decide({ role: 'viewer' }, { isOwn: true })).toMatchObject({ code: 'person.own_account' });
    expect(decide({ locale: 'zh-TW' }, { isOwn: true })).toMatchObject({ act: 'changed' });
  });

  test.each<[AccountWish]>([[{ active: false }], [{ role: 'viewer' }]])('%j leaves an administrator', (wish) => {
    const administrator: Account = { ...account, role: 'administrator' };
    const last = { ...usual, isLastAdministrator: true };
    expect(endsAdministrators(wish)).toBe(true);
    expect(decideAccountChange(administrator, wish, last)).toMatchObject({ code: 'person.last_administrator' });
    expect(decideAccountChange(administrator, wish, usual)).toMatchObject({ after: wish });
    expect(decideAccountChange({ ...administrator, active: false }, { role: 'viewer' }, last)).toMatchObject({
      act: 'reassigned',
    });
    expect(decideAccountChange(account, wish, last)).toMatchObject({ after: wish });
  });

  test('an administrator who stays one takes nobody away', () => {
    expect(endsAdministrators({ name: 'Anna', role: 'administrator', active: true })).toBe(false);
    expect(decide({ name: 'Anna' }, { isLastAdministrator: true })).toMatchObject({ act: 'changed' });
  });

  test('a team is of the side its people work for', () => {
    expect(decide({ teamId: team }, { teamSide: 'marketing' })).toMatchObject({ code: 'person.team_other_side' });
  });
});
