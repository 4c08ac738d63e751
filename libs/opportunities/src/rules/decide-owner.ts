import { refusal, type Id, type Refusal } from '@tandem/kernel';
import { mayWork, seesEverything, type Worker, type WorkingSide } from './may-work';

/** What the rules need to know of somebody who is to own an opportunity. */
export interface OwnerToBe extends Worker {
  readonly id: Id<'person'>;
  readonly active: boolean;
}

/** May this person own an opportunity on this side of the funnel? The opportunity follows its owner's team. */
export function decideOwner(
  worker: Worker,
  owner: OwnerToBe | null,
  side: WorkingSide,
): { readonly ownerId: Id<'person'>; readonly teamId: Id<'team'> } | Refusal {
  const facts = { pointer: '/ownerId' };
  if (!owner?.active) return refusal('opportunity.owner_unknown', 'There is no such person at work here.', facts);
  if (!owner.teamId) return refusal('opportunity.owner_without_team', 'The owner must belong to a team.', facts);
  if (!mayWork(owner, side))
    return refusal('opportunity.owner_other_side', `The owner must work on the ${side} side of the funnel.`, facts);
  if (!seesEverything(worker) && owner.teamId !== worker.teamId) {
    return refusal(
      'opportunity.owner_outside',
      'The owner must belong to your own team; another team gets it by a hand-off.',
      facts,
    );
  }
  return { ownerId: owner.id, teamId: owner.teamId };
}
