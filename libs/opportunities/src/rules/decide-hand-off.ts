import { refusal, type Id, type Refusal } from '@tandem/kernel';
import { firstSalesStage, lastMarketingStage, type RoadStage } from './stage-road';
import type { TrackedState } from './tracked-state';

/** Offered, then answered once; `returned` also closes an offer whose opportunity was closed before the answer. */
export type HandOffState = 'offered' | 'accepted' | 'rejected' | 'returned' | 'expired';

/** How an offer ended, once it has. */
export type HandOffEnding = Exclude<HandOffState, 'offered'> | 'closed';

export interface HandOffFacts {
  readonly state: HandOffState;
  readonly fromTeamId: Id<'team'>;
  readonly toTeamId: Id<'team'>;
  readonly offeredById: Id<'person'> | null;
  readonly offeredAt: Date;
}

/** The part of an opportunity that travels with a hand-off. */
export interface HandedState extends TrackedState {
  readonly marketingOwnerId: Id<'person'> | null;
  readonly marketingTeamId: Id<'team'> | null;
}

/** May it be offered to this team? Only an open one, only from a stage of marketing, only one offer at a time. */
export function decideOffer(facts: {
  readonly opportunity: Pick<TrackedState, 'outcome' | 'teamId'>;
  readonly stage: Pick<RoadStage, 'name' | 'ownerSide'>;
  readonly toTeam: { readonly id: Id<'team'>; readonly side: string } | null;
  readonly alreadyOffered: boolean;
}): { readonly fromTeamId: Id<'team'>; readonly toTeamId: Id<'team'> } | Refusal {
  const { opportunity, stage, toTeam } = facts;
  if (opportunity.outcome !== 'open') {
    return refusal('opportunity.not_open', `It is closed as ${opportunity.outcome} already. Reopen it first.`, {
      outcome: opportunity.outcome,
    });
  }
  if (stage.ownerSide !== 'marketing') {
    return refusal('hand_off.already_with_sales', `It is with sales already, in ${stage.name}.`, { stage: stage.name });
  }
  if (facts.alreadyOffered) {
    return refusal('hand_off.already_offered', 'It is being offered already: wait for the answer to that hand-off.');
  }
  if (toTeam?.side !== 'sales') {
    return refusal('hand_off.no_sales_team', 'Choose a sales team to offer it to.', { pointer: '/toTeamId' });
  }
  return { fromTeamId: opportunity.teamId, toTeamId: toTeam.id };
}

/** May it be meant for this person? Only for somebody at work in the team it is offered to. */
export function decideReceiver(
  toTeamId: Id<'team'>,
  person: { readonly id: Id<'person'>; readonly teamId: Id<'team'> | null; readonly active: boolean } | null,
): { readonly toPersonId: Id<'person'> } | Refusal {
  if (person?.active && person.teamId === toTeamId) return { toPersonId: person.id };
  return refusal('hand_off.receiver_outside', 'Choose somebody at work in the team it is offered to.', {
    pointer: '/toPersonId',
  });
}

/** What becomes of the opportunity when sales accepts: it moves to the first stage of sales, and remembers who gave it. */
export function decideAcceptance<Row extends HandedState>(
  handOff: HandOffFacts,
  opportunity: Row,
  { stages, ownerId }: { readonly stages: readonly RoadStage[]; readonly ownerId: Id<'person'> },
): { readonly to: RoadStage; readonly after: Row } | Refusal {
  if (handOff.state !== 'offered') return answered(handOff);
  const to = firstSalesStage(stages);
  if (opportunity.outcome !== 'open' || !to) return notOpen(opportunity);
  return {
    to,
    after: {
      ...opportunity,
      stageId: to.id,
      ownerId,
      teamId: handOff.toTeamId,
      marketingOwnerId: opportunity.ownerId,
      marketingTeamId: opportunity.teamId,
    },
  };
}

/** Turning an offer down needs one of the reasons both sides agreed on. */
export function decideRejection(
  handOff: HandOffFacts,
  reason: string,
  reasons: readonly string[],
): { readonly reason: string } | Refusal {
  if (handOff.state !== 'offered') return answered(handOff);
  return reasons.includes(reason) ? { reason } : unknownReason(reasons);
}

/** Giving an accepted opportunity back: it returns to the last stage of marketing and to whoever gave it. */
export function decideReturn<Row extends HandedState>(
  handOff: HandOffFacts,
  opportunity: Row,
  wish: { readonly stages: readonly RoadStage[]; readonly reason: string; readonly reasons: readonly string[] },
): { readonly to: RoadStage; readonly after: Row } | Refusal {
  if (handOff.state !== 'accepted') {
    return refusal(
      'hand_off.not_accepted',
      `Only an accepted hand-off can be given back; this one is ${handOff.state}.`,
      { state: handOff.state },
    );
  }
  if (!wish.reasons.includes(wish.reason)) return unknownReason(wish.reasons);
  const to = lastMarketingStage(wish.stages);
  if (opportunity.outcome !== 'open' || !to) return notOpen(opportunity);
  return {
    to,
    after: {
      ...opportunity,
      stageId: to.id,
      ownerId: opportunity.marketingOwnerId ?? handOff.offeredById ?? opportunity.ownerId,
      teamId: opportunity.marketingTeamId ?? handOff.fromTeamId,
      marketingOwnerId: null,
      marketingTeamId: null,
    },
  };
}

/** An offer that nobody answered within the contract's days runs out. */
export const isExpired = (handOff: Pick<HandOffFacts, 'state' | 'offeredAt'>, expiryDays: number, now: Date): boolean =>
  handOff.state === 'offered' && handOff.offeredAt.getTime() + expiryDays * 86_400_000 <= now.getTime();

const answered = ({ state }: HandOffFacts): Refusal =>
  refusal('hand_off.answered', `This hand-off is ${state} already.`, { state });

const notOpen = ({ outcome }: TrackedState): Refusal =>
  refusal('hand_off.opportunity_closed', `The opportunity is closed as ${outcome}.`, { outcome });

const unknownReason = (reasons: readonly string[]): Refusal =>
  refusal('hand_off.reason_unknown', `Choose one of the agreed reasons: ${reasons.join(', ')}.`, {
    pointer: '/reason',
    allowed: reasons,
  });
