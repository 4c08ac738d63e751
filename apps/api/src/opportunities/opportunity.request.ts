import type { Loss, MoneyWire, NewMove, NewOpportunity, OpportunityPatch } from '@tandem/contracts';
import { dateFrom, invalid, type Id, type Money, type PlainDate } from '@tandem/kernel';
import type { LossWish, MoveWish, Opening, OpportunityEdit } from '@tandem/opportunities';

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

export function editOf({ amount, cost, closeDate, nextStepDate, ...plain }: OpportunityPatch): OpportunityEdit {
  return {
    ...(plain as OpportunityEdit),
    ...(amount === undefined ? {} : { amount: amount && moneyOf(amount) }),
    ...(cost === undefined ? {} : { cost: cost && moneyOf(cost) }),
    ...(closeDate === undefined ? {} : { closeDate: dayOrNull(closeDate, '/closeDate') }),
    ...(nextStepDate === undefined ? {} : { nextStepDate: dayOrNull(nextStepDate, '/nextStepDate') }),
  };
}

export const moveOf = ({ toStageId, note, amount, closeDate }: NewMove): MoveWish => ({
  toStageId: toStageId as Id<'stage'>,
  ...(note === undefined ? {} : { note }),
  ...(amount === undefined ? {} : { amount: moneyOf(amount) }),
  ...(closeDate === undefined ? {} : { closeDate: dayOf(closeDate, '/closeDate') }),
});

export const lossOf = ({ reason, note, closeDate }: Loss): LossWish => ({
  reason,
  ...(note === undefined ? {} : { note }),
  ...(closeDate === undefined ? {} : { closeDate: dayOf(closeDate, '/closeDate') }),
});

const moneyOf = ({ amountMinor, currency }: MoneyWire): Money => ({ amountMinor: BigInt(amountMinor), currency });

const dayOrNull = (text: string | null, pointer: string): PlainDate | null =>
  text === null ? null : dayOf(text, pointer);

function dayOf(text: string, pointer: string): PlainDate {
  const day = dateFrom(text);
  if (day) return day;
  const detail = 'must be a date from the year 1000 on';
  throw invalid('request.invalid', `Mend this and send it again – ${pointer.slice(1)}: ${detail}`, {
    errors: [{ pointer, code: 'invalid', detail }],
  });
}
