import { isRefusal, refusal, type Currency, type Id, type Money, type PlainDate, type Refusal } from '@tandem/kernel';
import { decideAmount } from './decide-closing';
import { decideOwner, type OwnerToBe } from './decide-owner';
import { sidesOf, type Worker } from './may-work';
import type { RoadStage } from './stage-road';
import type { TrackedState } from './tracked-state';

export interface OpeningFacts {
  readonly worker: Worker;
  readonly stages: readonly RoadStage[];
  readonly owner: OwnerToBe | null;
  /** The currency of an opportunity whose amount nobody knows yet. */
  readonly reportingCurrency: Currency;
}

/** May it be opened there, and how does it begin? It starts open: whoever has won one already opens it first. */
export function decideOpening(
  { worker, stages, owner, reportingCurrency }: OpeningFacts,
  wish: { readonly stageId: Id<'stage'>; readonly amount: Money | null; readonly closeDate: PlainDate | null },
): TrackedState | Refusal {
  const stage = stages.find(({ id }) => id === wish.stageId);
  if (!stage)
    return refusal('opportunity.unknown_stage', 'There is no such stage in the funnel.', { pointer: '/stageId' });
  const open = stages.filter((one) => one.class === 'open' && sidesOf(worker).includes(one.ownerSide));
  if (!open.includes(stage)) {
    const named = open.map(({ name }) => name).join(', ');
    return refusal('opportunity.opens_elsewhere', `You can open an opportunity in: ${named || '–'}.`, {
      pointer: '/stageId',
      allowed: open.map(({ id }) => id),
      allowedNames: named || '–',
    });
  }
  const owned = decideOwner(worker, owner, stage.ownerSide);
  if (isRefusal(owned)) return owned;
  const blank = { amountMinor: null, currency: reportingCurrency };
  const amount = wish.amount ? decideAmount(blank, wish.amount) : blank;
  if (isRefusal(amount)) return amount;
  return { ...owned, ...amount, stageId: stage.id, outcome: 'open', closeDate: wish.closeDate, probability: null };
}
