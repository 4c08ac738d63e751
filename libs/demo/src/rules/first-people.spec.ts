import { newId } from '@tandem/kernel';
import { firstMembers, teamFor } from './first-people';

const teams = { sales: newId<'team'>(), marketing: newId<'team'>() };

describe('the first people of an installation', () => {
  it.each([
    ['sales', 'rep', teams.sales],
    ['marketing', 'manager', teams.marketing],
    ['marketing', 'marketer', teams.marketing],
    ['sales', 'revenue_officer', null],
    ['other', 'manager', null],
  ] as const)('%s %s', (side, role, team) => {
    expect(teamFor({ side, role }, teams)).toBe(team);
  });

  it('meet under the revenue officer, or whoever comes next', () => {
    const [admin, rep] = [{ side: 'other', role: 'administrator' } as const, { side: 'sales', role: 'rep' } as const];
    const [head, officer] = [
      { side: 'sales', role: 'manager' } as const,
      { side: 'other', role: 'revenue_officer' } as const,
    ];
    expect(firstMembers([admin, rep, head, officer])).toEqual([officer, head, admin]);
    expect(firstMembers([admin])).toEqual([admin]);
  });
});
