import type { Card, Me, StageWire } from '@tandem/contracts';

/** What bringing an opportunity into a stage means; the server has the last word. */
export type Meaning = 'move' | 'win' | 'hand_off' | 'return' | 'reopen';

/** Null where no way leads: the same stage, or from won back to marketing. */
export function whatItTakes(
  card: Pick<Card, 'stageId' | 'outcome'>,
  to: StageWire,
  stages: readonly StageWire[],
): Meaning | null {
  const from = stages.find(({ id }) => id === card.stageId);
  if (!from) return null;
  if (card.outcome === 'lost' || card.outcome === 'cancelled')
    return to.class === 'open' && to.ownerSide === from.ownerSide ? 'reopen' : null;
  if (to.id === from.id) return null;
  if (card.outcome === 'won') {
    if (to.class === 'won') return 'move';
    return to.ownerSide === 'sales' ? 'reopen' : null;
  }
  if (to.ownerSide === from.ownerSide) return to.class === 'won' ? 'win' : 'move';
  return from.ownerSide === 'marketing' ? 'hand_off' : 'return';
}

/** The sides of the funnel somebody works; those between the two work both. */
export function sidesOf({ role, side }: Pick<Me['person'], 'role' | 'side'>): readonly StageWire['ownerSide'][] {
  if (role === 'viewer') return [];
  if (role === 'marketer') return ['marketing'];
  if (role === 'rep') return ['sales'];
  return role === 'manager' && side !== 'other' ? [side] : ['marketing', 'sales'];
}
