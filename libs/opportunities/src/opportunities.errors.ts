import {
  forbidden,
  invalid,
  isRefusal,
  missing,
  refused,
  stale,
  versionRequired,
  type Id,
  type Problem,
  type Refusal,
} from '@tandem/kernel';
import type { HandOff } from './hand-off.entity';
import type { Opportunity } from './opportunity.entity';

/** Another team's record and no record at all are the same to whoever asks. */
export const noOpportunity = (id: Id<'opportunity'>): Problem =>
  missing('opportunity.missing', 'There is no such opportunity, or it is not yours to see.', { id });

/** It stays to be looked at, and nothing about it changes any more. */
export const undone = (at: Date): Problem =>
  refused(
    'opportunity.undone',
    'An import brought it and was taken back, so it counts nowhere. Import it again, or open a new one.',
    { at: at.toISOString() },
  );

export const noHandOff = (id: Id<'hand_off'>): Problem =>
  missing('hand_off.missing', 'There is no such hand-off, or it is not yours to see.', { id });

export const otherSide = (side: string): Problem =>
  forbidden(
    'opportunity.other_side',
    `It stands in a stage of ${side}, and only people of that side change it there.`,
    { side },
  );

export const notReceiver = (): Problem =>
  forbidden('hand_off.not_receiver', 'Only the team it is offered to answers this hand-off.');

/** Who changed it last, and when. */
export interface FasterChange {
  readonly name: { readonly en: string; readonly zhTW: string | null };
  readonly at: Date;
}

/** The present state goes along, and who made it so, so that a screen can offer both values. */
export const changedMeanwhile = (now: Opportunity, seen: number, by: FasterChange | null = null): Problem =>
  stale(
    'opportunity.changed',
    `Somebody changed this opportunity meanwhile: it is at version ${now.version}, you saw ${seen}.`,
    {
      seen,
      version: now.version,
      ...(by ? { by } : {}),
      current: {
        id: now.id,
        version: now.version,
        name: now.name,
        stageId: now.stageId,
        outcome: now.outcome,
        amount: now.amountMinor === null ? null : { amountMinor: now.amountMinor.toString(), currency: now.currency },
        closeDate: now.closeDate,
        probability: now.probability,
        ownerId: now.ownerId,
        teamId: now.teamId,
        nextStep: now.nextStep,
        nextStepDate: now.nextStepDate,
        lossReason: now.lossReason,
      },
    },
  );

export const handOffChangedMeanwhile = (now: HandOff, seen: number): Problem =>
  stale('hand_off.changed', `Somebody answered this hand-off meanwhile: it is ${now.state}.`, {
    seen,
    state: now.state,
    current: {
      id: now.id,
      version: now.version,
      state: now.state,
      answeredById: now.answeredById,
      reason: now.reasonKey,
      note: now.note,
    },
  });

export const noAccount = (id: Id<'account'>): Problem =>
  missing('account.missing', 'There is no such account.', { id });

/** A rate may lift an amount beyond what a column holds. */
export function refuseBeyondReporting(
  lines: readonly { readonly reportingAmountMinor: bigint | null; readonly reportingCostMinor: bigint | null }[],
  currency: string,
): void {
  const most = 2n ** 63n - 1n;
  const isBeyond = (minor: bigint | null) => minor !== null && (minor > most || minor < -most);
  if (lines.some((line) => isBeyond(line.reportingAmountMinor) || isBeyond(line.reportingCostMinor)))
    throw refused('booking.beyond_reporting', `In ${currency} this amount is too large to be kept.`, { currency });
}

export const accountChangedMeanwhile = (now: { readonly version: number }, seen: number): Problem =>
  stale(
    'account.changed',
    `Somebody changed this account meanwhile: it is at version ${now.version}, you saw ${seen}.`,
    {
      seen,
      version: now.version,
      current: now,
    },
  );

export const noProduct = (id: Id<'product'>): Problem =>
  missing('product.missing', 'There is no such product.', { id });

export const productChangedMeanwhile = (
  now: { readonly id: Id<'product'>; readonly future: boolean; readonly version: number },
  seen: number,
): Problem =>
  stale(
    'product.changed',
    `Somebody changed this product meanwhile: it is at version ${now.version}, you saw ${seen}.`,
    { seen, version: now.version, current: now },
  );

export const rateChanged = (current: unknown): Problem =>
  stale('exchange_rate.changed', 'The rate of this day is not the one you saw. Look at it again before you set it.', {
    current,
  });

export const rateVersionRequired = (current: unknown): Problem =>
  versionRequired(
    'version.required',
    'This day has a rate: send If-Match with the ETag you were given, such as "v3".',
    { current },
  );

/** Gives back a rule's decision. What points at a record that does not exist is a fault of the request, all else is not possible now. */
export function settled<T>(decision: T | Refusal): T {
  if (!isRefusal(decision)) return decision;
  const { code, detail, facts } = decision;
  if (!faults.has(code)) throw refused(code, detail, facts);
  throw invalid(code, detail, { ...facts, errors: [{ pointer: facts['pointer'], code, detail }] });
}

const faults = new Set([
  'opportunity.unknown_stage',
  'opportunity.unknown_reference',
  'opportunity.campaign_of_other_source',
  'opportunity.owner_unknown',
  'opportunity.amount_negative',
  'opportunity.amount_too_large',
  'opportunity.cost_currency',
  'opportunity.close_date_ahead',
  'opportunity.loss_reason_unknown',
  'opportunity.at_ahead',
  'correction.unknown_row',
  'credit.booking_unknown',
  'credit.other_currency',
  'credit.not_positive',
  'credit.ahead',
  'adjustment.other_currency',
  'adjustment.nothing',
  'exchange_rate.own_currency',
  'exchange_rate.malformed',
  'account.merge_unknown',
  'account.merge_itself',
  'hand_off.no_sales_team',
  'hand_off.reason_unknown',
  'hand_off.receiver_outside',
]);
