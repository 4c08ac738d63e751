import { z } from 'zod';
import { bilingual, id, instant } from './shapes.contract';

export const buyerStep = z.enum([
  'customer_awareness',
  'brand_awareness',
  'consideration',
  'preference',
  'purchase_intention',
  'purchase',
  'loyalty',
  'advocacy',
]);

/** One stage of the shared funnel: the seller's name for it, inside one step of the buyer. */
export const stage = z.object({
  id,
  key: z.string(),
  position: z.int(),
  buyerStep,
  name: bilingual,
  ownerSide: z.enum(['sales', 'marketing']),
  /** Entering a `won` stage wins the opportunity. */
  class: z.enum(['open', 'won']),
  /** A skipped mandatory stage counts as entered at the same instant. */
  mandatory: z.boolean(),
  /** Percent, 0 to 100. */
  probability: z.int(),
  staleDays: z.int().nullable(),
});

/** The hand-off contract in force. */
export const handOffContract = z.object({
  revision: z.int(),
  validFrom: instant,
  /** Working minutes the receiver has to answer. */
  responseMinutes: z.int(),
  expiryDays: z.int(),
  rejectionReasons: z.array(z.string()),
  newCustomerVariant: z.enum(['first_order', 'connected_new', 'win_back']),
});

export const funnel = z.object({ stages: z.array(stage), contract: handOffContract, lossReasons: z.array(z.string()) });

export type BuyerStep = z.infer<typeof buyerStep>;
export type StageWire = z.infer<typeof stage>;
export type FunnelWire = z.infer<typeof funnel>;
