import { rejectionReasons } from './reasons';
import type { HandOffContract, Stage } from './stage';

type StageOutline = Omit<Stage, 'id' | 'position'>;

const marketing = { ownerSide: 'marketing', class: 'open', mandatory: false } as const;
const sales = { ownerSide: 'sales', class: 'open', mandatory: true, buyerStep: 'purchase_intention' } as const;
const won = { ownerSide: 'sales', class: 'won', probability: 100, staleDays: null } as const;

/** The funnel an organisation starts with: eight steps of the buyer, the seller's stages inside them, in this order. */
export const defaultStages: readonly StageOutline[] = [
  {
    ...marketing,
    key: 'reach',
    buyerStep: 'customer_awareness',
    name: 'Reach',
    nameZh: '接觸',
    probability: 1,
    staleDays: 60,
  },
  {
    ...marketing,
    key: 'engage',
    buyerStep: 'brand_awareness',
    name: 'Engage',
    nameZh: '互動',
    probability: 2,
    staleDays: 45,
  },
  {
    ...marketing,
    key: 'nurture',
    buyerStep: 'consideration',
    name: 'Nurture',
    nameZh: '培養',
    probability: 5,
    staleDays: 60,
  },
  {
    ...marketing,
    key: 'qualify',
    buyerStep: 'preference',
    name: 'Qualify',
    nameZh: '資格確認',
    probability: 10,
    staleDays: 21,
  },
  { ...sales, key: 'prospect', name: 'Prospect', nameZh: '開發', probability: 15, staleDays: 21 },
  { ...sales, key: 'define_needs', name: 'Define needs', nameZh: '需求釐清', probability: 30, staleDays: 30 },
  { ...sales, key: 'propose', name: 'Propose', nameZh: '提案', probability: 50, staleDays: 30 },
  { ...sales, key: 'negotiate', name: 'Negotiate', nameZh: '議約', probability: 75, staleDays: 21 },
  { ...won, key: 'implement', buyerStep: 'purchase', name: 'Implement', nameZh: '導入', mandatory: true },
  { ...won, key: 'retain', buyerStep: 'loyalty', name: 'Retain', nameZh: '維繫', mandatory: false },
  { ...won, key: 'refer', buyerStep: 'advocacy', name: 'Refer', nameZh: '推薦', mandatory: false },
];

/** The contract in force until both heads sign another; it holds from the beginning, so that imported history falls under it too. */
export const firstContract: Omit<HandOffContract, 'id'> = {
  revision: 1,
  validFrom: new Date('2000-01-01T00:00:00.000Z'),
  responseMinutes: 240,
  expiryDays: 14,
  rejectionReasons,
  newCustomerVariant: 'first_order',
  winBackMonths: 12,
};
