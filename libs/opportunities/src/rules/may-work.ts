import type { Actor } from '@tandem/kernel';

/** What the rules need to know of whoever acts. */
export type Worker = Pick<Actor, 'role' | 'side' | 'teamId'>;

export type WorkingSide = 'sales' | 'marketing';

const both: readonly WorkingSide[] = ['marketing', 'sales'];

/** The sides of the funnel somebody works: marketing people its stages, sales theirs, those who stand between them both. */
export function sidesOf({ role, side }: Worker): readonly WorkingSide[] {
  switch (role) {
    case 'viewer':
      return [];
    case 'liaison':
    case 'revenue_officer':
    case 'administrator':
    case 'system':
      return both;
    case 'marketer':
      return ['marketing'];
    case 'rep':
      return ['sales'];
    case 'manager':
      return side === 'other' ? both : [side];
  }
}

export const mayWork = (worker: Worker, side: WorkingSide): boolean => sidesOf(worker).includes(side);

/** Only the receiving team, or somebody who sees both sides, accepts or rejects an offer. */
export const mayAnswer = (worker: Worker, handOff: { readonly toTeamId: string }): boolean =>
  mayWork(worker, 'sales') && (seesEverything(worker) || worker.teamId === handOff.toTeamId);

/** Who is not bound to the records of one team. */
export const seesEverything = ({ role }: Worker): boolean =>
  !(['rep', 'marketer', 'manager'] as const).some((bound) => bound === role);
