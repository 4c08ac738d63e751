import type { Role } from '@tandem/kernel';

/** Who stands before a meeting. */
export interface Participant {
  readonly personId: string | null;
  readonly role: Role | 'system';
}

/** The chair of the series runs its meetings; the revenue officer may stand in, and the product itself. */
export const mayRun = ({ personId, role }: Participant, chairId: string): boolean =>
  role === 'system' || role === 'revenue_officer' || personId === chairId;

/** Who owes an action ticks it; whoever runs the meeting may tick any. */
export const maySettle = (who: Participant, ownerId: string, chairId: string): boolean =>
  who.personId === ownerId || mayRun(who, chairId);

/** Members put something on the agenda, and so does whoever runs the meeting. */
export const mayAdd = (who: Participant, memberIds: readonly string[], chairId: string): boolean =>
  mayRun(who, chairId) || (who.personId !== null && memberIds.includes(who.personId));
