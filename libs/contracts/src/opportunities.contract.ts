import { z } from 'zod';
import { bilingual, day, id, instant, line, listOf, money, paging, prose, total, version } from './shapes.contract';
import { handOff } from './hand-offs.contract';

export const outcome = z.enum(['open', 'won', 'lost', 'cancelled']);
/** What the rep calls an open opportunity in the forecast. */
export const forecastCategory = z.enum(['commit', 'best_case', 'pipeline', 'omitted']);
export const bookingType = z.enum(['new_business', 'expansion', 'renewal', 'win_back']);

/** The fiscal quarter that opportunities are to close in, told from today. */
export const closesIn = z.enum(['this_quarter', 'next_quarter']);

const named = z.object({ id, name: bilingual });
/** When it was true; default now. Not ahead, not before the latest change, not in a locked period. */
const at = instant.optional();

/** What a card on the board shows. */
export const card = z.object({
  id,
  name: z.string(),
  account: named.nullable(),
  stageId: id,
  outcome,
  /** Null when nobody has said yet; not the same as 0. */
  amount: money.nullable(),
  closeDate: day.nullable(),
  owner: named,
  teamId: id,
  nextStep: z.string().nullable(),
  nextStepDate: day.nullable(),
  stageEnteredAt: instant,
  /** Whole days in the present stage. */
  daysInStage: z.int(),
  /** Longer in the stage than its threshold. */
  stale: z.boolean(),
  /** The hand-off waiting for an answer, if any. */
  openHandOff: handOff.nullable(),
  version,
});

export const boardQuery = z.strictObject({
  ownerId: id.optional(),
  teamId: id.optional(),
  closes: closesIn.optional(),
  q: z.string().trim().max(100).optional(),
  /** Cards a column shows at most; the counts and sums are of all. */
  cards: z.coerce.number().int().min(1).max(200).default(50),
});

export const boardColumn = z.object({
  stageId: id,
  count: z.int(),
  /** Sum of known amounts in the reporting currency; null when a rate is missing for all of them. */
  total: total.nullable(),
  /** Sum of amount × probability in the reporting currency. */
  weighted: total.nullable(),
  /** Opportunities whose amount is unknown or has no exchange rate, left out of the sums. */
  withoutAmount: z.int(),
  cards: z.array(card),
});

/** Open opportunities by stage; won ones stand in the stages of the won class. */
export const board = z.object({
  columns: z.array(boardColumn),
  /** Closed as lost in the last 90 days. */
  lost: z.object({ count: z.int(), total: total.nullable() }),
});

export const opportunity = card.extend({
  product: named.nullable(),
  contact: z.object({ id, name: z.string(), email: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  cost: money.nullable(),
  /** The rep's own probability in percent; null means the stage's. */
  probability: z.int().min(0).max(100).nullable(),
  /** What the rep calls it in the forecast; null follows its probability. */
  forecastCategory: forecastCategory.nullable(),
  bookingType,
  marketingOwner: named.nullable(),
  marketingTeamId: id.nullable(),
  source: named.nullable(),
  campaign: named.nullable(),
  lossReason: z.string().nullable(),
  createdAt: instant,
  /** Since when it counts nowhere, because the import that brought it was taken back. */
  undoneAt: instant.nullable(),
  /** Stages it may move to now, with what each move means. */
  moves: z.array(z.object({ stageId: id, means: z.enum(['move', 'win', 'hand_off', 'return', 'reopen']) })),
  mayEdit: z.boolean(),
});

export const newOpportunity = z.strictObject({
  name: line(190),
  stageId: id,
  accountId: id.nullable().default(null),
  /** Makes a new account of this name when no account id is given. */
  accountName: line(190).optional(),
  productId: id.nullable().default(null),
  amount: money.nullable().default(null),
  closeDate: day.nullable().default(null),
  sourceId: id.nullable().default(null),
  campaignId: id.nullable().default(null),
  ownerId: id.optional(),
  nextStep: line(500).nullable().default(null),
  nextStepDate: day.nullable().default(null),
  bookingType: bookingType.default('new_business'),
});

/** JSON Merge Patch: what is left out stays, null empties. */
export const opportunityPatch = z.strictObject({
  name: line(190).optional(),
  accountId: id.nullable().optional(),
  productId: id.nullable().optional(),
  amount: money.nullable().optional(),
  cost: money.nullable().optional(),
  closeDate: day.nullable().optional(),
  probability: z.int().min(0).max(100).nullable().optional(),
  forecastCategory: forecastCategory.nullable().optional(),
  ownerId: id.optional(),
  nextStep: line(500).nullable().optional(),
  nextStepDate: day.nullable().optional(),
  sourceId: id.nullable().optional(),
  campaignId: id.nullable().optional(),
  at,
});

/** Into a stage of the won class this wins: `amount` and `closeDate` (default today) are then what is booked. */
export const newMove = z.strictObject({
  toStageId: id,
  note: prose(500).optional(),
  amount: money.optional(),
  closeDate: day.optional(),
  at,
});
export const loss = z.strictObject({
  reason: z.string().regex(/^[a-z_]{1,40}$/),
  note: prose(500).optional(),
  closeDate: day.optional(),
  at,
});
export const cancellation = z.strictObject({ note: prose(500), at });
export const reopening = z.strictObject({ toStageId: id, note: prose(500), at });

export const opportunityQuery = z.strictObject({
  ...paging,
  outcome: outcome.optional(),
  stageId: id.optional(),
  ownerId: id.optional(),
  teamId: id.optional(),
  accountId: id.optional(),
  closes: closesIn.optional(),
  q: z.string().trim().max(100).optional(),
});
export const opportunityList = listOf(card);

export type Outcome = z.infer<typeof outcome>;
export type ClosesIn = z.infer<typeof closesIn>;
export type Card = z.infer<typeof card>;
export type Board = z.infer<typeof board>;
export type BoardColumn = z.infer<typeof boardColumn>;
export type BoardQuery = z.infer<typeof boardQuery>;
export type OpportunityWire = z.infer<typeof opportunity>;
export type NewOpportunity = z.infer<typeof newOpportunity>;
export type OpportunityPatch = z.infer<typeof opportunityPatch>;
export type NewMove = z.infer<typeof newMove>;
export type Loss = z.infer<typeof loss>;
export type Cancellation = z.infer<typeof cancellation>;
export type Reopening = z.infer<typeof reopening>;
export type OpportunityQuery = z.infer<typeof opportunityQuery>;
