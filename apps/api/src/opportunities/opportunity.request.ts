import type {
  Adjustment,
  Cancellation,
  Correction,
  Credit,
  Loss,
  MoneyWire,
  NewMove,
  NewOpportunity,
  OpportunityPatch,
  Reopening,
} from '@tandem/contracts';
import { dateFrom, invalid, type Id, type Money, type PlainDate } from '@tandem/kernel';
import type {
  AdjustmentWish,
  Backdated,
  CorrectionWish,
  CreditWish,
  LossWish,
  MoveWish,
  Opening,
  OpportunityEdit,
} from '@tandem/opportunities';

/** Reads bodies that a schema has checked into the words of the domain. What was not given is left out. */
export const openingOf = (body: NewOpportunity): Opening => ({
  name: body.name,
  stageId: body.stageId as Id<'stage'>,
  accountId: body.accountId as Id<'account'> | null,
  accountName: body.accountName,
  productId: body.productId as Id<'product'> | null,
  amount: body.amount && moneyOf(body.amount),
  closeDate: dayOrNull(body.closeDate, '/closeDate'),
  sourceId: body.sourceId as Id<'source'> | null,
  campaignId: body.campaignId as Id<'campaign'> | null,
  ownerId: body.ownerId as Id<'person'> | undefined,
  nextStep: body.nextStep,
  nextStepDate: dayOrNull(body.nextStepDate, '/nextStepDate'),
  bookingType: body.bookingType,
});

export function editOf({ amount, cost, closeDate, nextStepDate, at, ...plain }: OpportunityPatch): OpportunityEdit {
  return {
    ...(plain as OpportunityEdit),
    ...atOf(at),
    ...(amount === undefined ? {} : { amount: amount && moneyOf(amount) }),
    ...(cost === undefined ? {} : { cost: cost && moneyOf(cost) }),
    ...(closeDate === undefined ? {} : { closeDate: dayOrNull(closeDate, '/closeDate') }),
    ...(nextStepDate === undefined ? {} : { nextStepDate: dayOrNull(nextStepDate, '/nextStepDate') }),
  };
}

export const moveOf = ({ toStageId, note, amount, closeDate, at }: NewMove): MoveWish => ({
  toStageId: toStageId as Id<'stage'>,
  ...atOf(at),
  ...(note === undefined ? {} : { note }),
  ...(amount === undefined ? {} : { amount: moneyOf(amount) }),
  ...(closeDate === undefined ? {} : { closeDate: dayOf(closeDate, '/closeDate') }),
});

export const lossOf = ({ reason, note, closeDate, at }: Loss): LossWish => ({
  reason,
  ...atOf(at),
  ...(note === undefined ? {} : { note }),
  ...(closeDate === undefined ? {} : { closeDate: dayOf(closeDate, '/closeDate') }),
});

export const cancellationOf = ({ note, at }: Cancellation) => ({ note, ...atOf(at) });

export const reopeningOf = ({ toStageId, note, at }: Reopening) => ({
  toStageId: toStageId as Id<'stage'>,
  note,
  ...atOf(at),
});

export const correctionOf = (body: Correction): CorrectionWish =>
  body.kind === 'redate' ? { ...body, at: new Date(body.at) } : body;

export const creditOf = ({ bookingId, amount, cost, grantedOn, note }: Credit): CreditWish & { note: string } => ({
  amount: moneyOf(amount),
  note,
  ...(bookingId === undefined ? {} : { bookingId: bookingId as Id<'booking'> }),
  ...(cost === undefined ? {} : { cost: moneyOf(cost) }),
  ...(grantedOn === undefined ? {} : { grantedOn: dayOf(grantedOn, '/grantedOn') }),
});

export const adjustmentOf = ({ amount, cost, adjustsDate, note }: Adjustment): AdjustmentWish & { note: string } => ({
  amount: moneyOf(amount),
  note,
  adjustsDate: dayOf(adjustsDate, '/adjustsDate'),
  ...(cost === undefined ? {} : { cost: moneyOf(cost) }),
});

const atOf = (at: string | undefined): Backdated => (at === undefined ? {} : { at: new Date(at) });

const moneyOf = ({ amountMinor, currency }: MoneyWire): Money => ({ amountMinor: BigInt(amountMinor), currency });

const dayOrNull = (text: string | null, pointer: string): PlainDate | null =>
  text === null ? null : dayOf(text, pointer);

/** Reads a day that a schema has checked; years that no calendar of ours reaches are refused. */
export function dayOf(text: string, pointer: string): PlainDate {
  const day = dateFrom(text);
  if (day) return day;
  const detail = 'must be a date from the year 1000 on';
  throw invalid('request.invalid', `Mend this and send it again – ${pointer.slice(1)}: ${detail}`, {
    errors: [{ pointer, code: 'invalid', detail }],
  });
}
