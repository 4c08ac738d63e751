import type { Id, Role, Side } from '@tandem/kernel';

interface Newcomer {
  readonly side: Side;
  readonly role: Role;
}

const inTeams: readonly Role[] = ['rep', 'manager', 'marketer'];

/** The first team of their side for those who work in one; nobody else belongs to a team. */
export const teamFor = (
  { side, role }: Newcomer,
  teams: Readonly<Record<'sales' | 'marketing', Id<'team'>>>,
): Id<'team'> | null => (side !== 'other' && inTeams.includes(role) ? teams[side] : null);

const chairs: readonly Role[] = ['revenue_officer', 'liaison', 'manager', 'administrator'];

/** Who meets every week: officers, liaisons, managers and whoever set all up. The first of them in this order chairs. */
export function firstMembers<Somebody extends Newcomer>(people: readonly Somebody[]): Somebody[] {
  return chairs.flatMap((role) => people.filter((one) => one.role === role));
}
