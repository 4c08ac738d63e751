import { isRefusal, refusal, type Id, type Money, type PlainDate, type Refusal } from '@tandem/kernel';
import { decideAmount, decideClosingDay, type ClosingDays } from './decide-closing';
import type { WorkingSide } from './may-work';
import { firstSalesStage, lastMarketingStage, type RoadStage } from './stage-road';
import type { TrackedState } from './tracked-state';

/** `hand_off`, `return` and `reopen` are ways of their own: a plain move never crosses to the other side nor opens what is closed. */
export type MoveMeaning = 'move' | 'win' | 'hand_off' | 'return' | 'reopen';

export interface AllowedMove {
  readonly stageId: Id<'stage'>;
  readonly means: MoveMeaning;
}

export interface MoveFacts {
  readonly stages: readonly RoadStage[];
  readonly opportunity: Pick<TrackedState, 'stageId' | 'outcome'>;
  /** The sides of the funnel whoever acts works. */
  readonly sides: readonly WorkingSide[];
  /** Whether sales took it over from marketing and may give it back. */
  readonly returnable: boolean;
}

export interface MoveDecision<Row extends TrackedState> {
  readonly means: 'move' | 'win';
  readonly to: RoadStage;
  readonly after: Row;
}

/** Every stage it may go to now, with what going there means. */
export function allowedMoves(facts: MoveFacts): readonly AllowedMove[] {
  const from = facts.stages.find(({ id }) => id === facts.opportunity.stageId);
  if (!from || !facts.sides.includes(from.ownerSide)) return [];
  return facts.stages.flatMap((to) => {
    const means = meaningOf(facts, from, to);
    return means ? [{ stageId: to.id, means }] : [];
  });
}

/** May it move there, and what is then true? Entering the won class wins it, on `closeDate` or today. */
export function decideMove<Row extends TrackedState>(
  facts: MoveFacts & { readonly opportunity: Row },
  wish: Omit<ClosingDays, 'today'> & {
    readonly toStageId: Id<'stage'>;
    readonly amount?: Money;
    readonly closeDate?: PlainDate;
    /** Only a win asks for the day. */
    readonly today: PlainDate | null;
  },
): MoveDecision<Row> | Refusal {
  const { opportunity, stages } = facts;
  const to = stages.find(({ id }) => id === wish.toStageId);
  if (!to)
    return refusal('opportunity.unknown_stage', 'There is no such stage in the funnel.', { pointer: '/toStageId' });
  const allowed = allowedMoves(facts);
  const means = allowed.find(({ stageId }) => stageId === to.id)?.means ?? null;
  if (means !== 'move' && means !== 'win') return refusedMove(facts, to, allowed);
  const amount = wish.amount ? decideAmount(opportunity, wish.amount) : opportunity;
  if (isRefusal(amount)) return amount;
  if (means === 'move') {
    if (opportunity.outcome === 'won' && (wish.amount || wish.closeDate))
      return refusal('opportunity.closed', closedSentence(opportunity), {
        allowed,
        allowedNames: namesOf(stages, allowed),
      });
    const closeDate = wish.closeDate ?? opportunity.closeDate;
    return { means, to, after: { ...opportunity, ...money(amount), stageId: to.id, closeDate } };
  }
  if (amount.amountMinor === null) {
    return refusal('opportunity.amount_needed', 'Say what it was won for: give an amount, 0 if it is free of charge.', {
      pointer: '/amount',
    });
  }
  if (!wish.today) throw new Error('a win needs to know what day it is');
  const closeDate = decideClosingDay(wish.closeDate, { ...wish, today: wish.today });
  if (isRefusal(closeDate)) return closeDate;
  return { means, to, after: { ...opportunity, ...money(amount), stageId: to.id, outcome: 'won', closeDate } };
}

const money = ({ amountMinor, currency }: Pick<TrackedState, 'amountMinor' | 'currency'>) => ({
  amountMinor,
  currency,
});

function meaningOf({ opportunity, stages, returnable }: MoveFacts, from: RoadStage, to: RoadStage): MoveMeaning | null {
  const { outcome } = opportunity;
  if (outcome === 'lost' || outcome === 'cancelled')
    return to.class === 'open' && to.ownerSide === from.ownerSide ? 'reopen' : null;
  if (to.id === from.id) return null;
  if (outcome === 'won') {
    if (to.class === 'won') return 'move';
    return to.ownerSide === 'sales' ? 'reopen' : null;
  }
  if (to.ownerSide === from.ownerSide) return to.class === 'won' ? 'win' : 'move';
  if (from.ownerSide === 'marketing') return to.id === firstSalesStage(stages)?.id ? 'hand_off' : null;
  return returnable && to.id === lastMarketingStage(stages)?.id ? 'return' : null;
}

function refusedMove({ stages, opportunity }: MoveFacts, to: RoadStage, allowed: readonly AllowedMove[]): Refusal {
  const from = stages.find(({ id }) => id === opportunity.stageId);
  const allowedNames = namesOf(stages, allowed);
  const facts = { to: to.name, from: from?.name, allowed, allowedNames };
  const options = ` Allowed now: ${allowedNames}.`;
  if (to.id === opportunity.stageId) {
    return refusal('opportunity.same_stage', `It is in ${to.name} already.${options}`, facts);
  }
  if (opportunity.outcome !== 'open') {
    return refusal('opportunity.closed', `${closedSentence(opportunity)}${options}`, facts);
  }
  if (from?.ownerSide === 'marketing') {
    const detail = `${to.name} belongs to sales: offer a hand-off to a sales team; once it is accepted the opportunity moves over.`;
    return refusal('opportunity.needs_hand_off', detail + options, facts);
  }
  const detail = `${to.name} belongs to marketing: give the hand-off back with a reason instead.`;
  return refusal('opportunity.needs_return', detail + options, facts);
}

/** Names for a sentence, a dash for none. */
export const namesOf = (stages: readonly RoadStage[], allowed: readonly { readonly stageId: string }[]): string =>
  stages
    .filter(({ id }) => allowed.some(({ stageId }) => stageId === id))
    .map(({ name }) => name)
    .join(', ') || '–';

const closedSentence = ({ outcome }: Pick<TrackedState, 'outcome'>): string =>
  `It is closed as ${outcome}: reopen it first.`;
