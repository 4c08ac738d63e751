import type { OpportunityPatch, OpportunityWire } from '@tandem/contracts';

/** The change that puts everything back which a patch has changed. */
export function patchBack(before: OpportunityWire, patch: OpportunityPatch): OpportunityPatch {
  const present: Required<Omit<OpportunityPatch, 'at'>> = {
    name: before.name,
    accountId: before.account?.id ?? null,
    productId: before.product?.id ?? null,
    amount: before.amount,
    cost: before.cost,
    closeDate: before.closeDate,
    probability: before.probability,
    forecastCategory: before.forecastCategory,
    ownerId: before.owner.id,
    nextStep: before.nextStep,
    nextStepDate: before.nextStepDate,
    sourceId: before.source?.id ?? null,
    campaignId: before.campaign?.id ?? null,
  };
  const changed = Object.keys(patch) as (keyof typeof present)[];
  // A campaign names its source, and another source leaves the campaign behind: both come back together.
  const origin = ['sourceId', 'campaignId'] as const;
  const parts = changed.some((part) => origin.some((one) => one === part)) ? [...changed, ...origin] : changed;
  return Object.fromEntries(parts.map((part) => [part, present[part]])) as OpportunityPatch;
}
