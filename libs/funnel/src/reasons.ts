/** Why an opportunity was lost; `unknown` is what an import says when the old system did not ask. */
export const lossReasons = [
  'price',
  'competitor',
  'no_budget',
  'no_decision',
  'timing',
  'product_fit',
  'no_contact',
  'unknown',
] as const;

export type LossReason = (typeof lossReasons)[number];

/** Why sales may turn an offer down or give it back, as the first contract has it; later revisions may name others. */
export const rejectionReasons = ['not_ready', 'wrong_fit', 'duplicate', 'bad_contact', 'no_capacity'] as const;

export type RejectionReason = (typeof rejectionReasons)[number];

export const isLossReason = (text: string): text is LossReason => (lossReasons as readonly string[]).includes(text);
