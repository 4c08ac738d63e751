import type { Id } from '@tandem/kernel';

/** The buyer's eight steps, in order; between `preference` and `purchase_intention` marketing hands over to sales. */
export const buyerSteps = [
  'customer_awareness',
  'brand_awareness',
  'consideration',
  'preference',
  'purchase_intention',
  'purchase',
  'loyalty',
  'advocacy',
] as const;

export type BuyerStep = (typeof buyerSteps)[number];

/** Entering a stage of class `won` wins the opportunity. */
export type StageClass = 'open' | 'won';

export type StageSide = 'sales' | 'marketing';

/** One stage of the shared funnel: the seller's deed inside one step of the buyer. It keeps its id when renamed. */
export interface Stage {
  readonly id: Id<'stage'>;
  readonly key: string;
  readonly position: number;
  readonly buyerStep: BuyerStep;
  readonly name: string;
  readonly nameZh: string | null;
  readonly ownerSide: StageSide;
  readonly class: StageClass;
  /** A skipped mandatory stage counts as entered at the same instant. */
  readonly mandatory: boolean;
  /** Percent, 0 to 100. */
  readonly probability: number;
  /** Whole days after which an opportunity in this stage is stale; null means never. */
  readonly staleDays: number | null;
}

/** How long after entering one stage the entering of another still counts as converted. */
export interface ConversionWindow {
  readonly fromStageId: Id<'stage'>;
  readonly toStageId: Id<'stage'>;
  readonly days: number;
}

export type NewCustomerVariant = 'first_order' | 'connected_new' | 'win_back';

/** One signed revision of what sales and marketing promised each other. */
export interface HandOffContract {
  readonly id: Id<'hand_off_contract'>;
  readonly revision: number;
  readonly validFrom: Date;
  /** Working minutes the receiver has to answer an offer. */
  readonly responseMinutes: number;
  /** Calendar days after which an unanswered offer expires. */
  readonly expiryDays: number;
  readonly rejectionReasons: readonly string[];
  readonly newCustomerVariant: NewCustomerVariant;
  /** Months without an order after which a customer counts as won back. */
  readonly winBackMonths: number;
}
