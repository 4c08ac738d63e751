import { convert, money, type Currency, type Id, type PlainDate } from '@tandem/kernel';
import type { BookingType } from './tracked-state';

/** A signed money line; once written it never changes. */
export interface BookingRow {
  readonly id: Id<'booking'>;
  readonly opportunityId: Id<'opportunity'>;
  readonly moveId: Id<'move'> | null;
  readonly accountId: Id<'account'> | null;
  readonly productId: Id<'product'> | null;
  readonly bookingType: BookingType | 'credit';
  readonly amountMinor: bigint;
  /** Direct cost; null is unknown, which is not 0. */
  readonly costMinor: bigint | null;
  readonly currency: Currency;
  /** Null when no rate was known on the booking date. */
  readonly reportingAmountMinor: bigint | null;
  readonly reportingCostMinor: bigint | null;
  readonly reportingCurrency: Currency;
  /** Reporting currency for one unit of `currency`, frozen. */
  readonly rate: string | null;
  readonly rateDate: PlainDate | null;
  readonly bookingDate: PlainDate;
  readonly recordedAt: Date;
  readonly ownerId: Id<'person'>;
  readonly teamId: Id<'team'>;
  readonly sourceId: Id<'source'> | null;
  readonly campaignId: Id<'campaign'> | null;
  readonly reversesId: Id<'booking'> | null;
  readonly creditOfId: Id<'booking'> | null;
  /** As restated, an adjustment line counts on this day of a locked period, not on its booking date. */
  readonly adjustsDate: PlainDate | null;
  readonly note: string | null;
}

/** The part of an opportunity that its booking takes along: shares stay with those of this moment. */
export interface Bookable {
  readonly id: Id<'opportunity'>;
  readonly accountId: Id<'account'> | null;
  readonly productId: Id<'product'> | null;
  readonly bookingType: BookingType;
  readonly costMinor: bigint | null;
  readonly currency: Currency;
  readonly ownerId: Id<'person'>;
  readonly teamId: Id<'team'>;
  readonly sourceId: Id<'source'> | null;
  readonly campaignId: Id<'campaign'> | null;
}

/** Units of the reporting currency for one unit of another, and the day the rate is of. */
export interface DatedRate {
  readonly rate: string;
  readonly rateDate: PlainDate;
}

export interface Posting {
  readonly id: Id<'booking'>;
  readonly moveId: Id<'move'> | null;
  readonly bookingDate: PlainDate;
  readonly recordedAt: Date;
}

/** The line that a win posts; without a rate it stays out of totals, which then say they are partial. */
export function postBooking(
  opportunity: Bookable,
  amountMinor: bigint,
  posting: Posting & { readonly reportingCurrency: Currency; readonly rate: DatedRate | null },
): BookingRow {
  const { costMinor, currency } = opportunity;
  const { reportingCurrency, rate } = posting;
  const reported = reportedAt(rate, currency, reportingCurrency);
  return {
    id: posting.id,
    opportunityId: opportunity.id,
    moveId: posting.moveId,
    accountId: opportunity.accountId,
    productId: opportunity.productId,
    bookingType: opportunity.bookingType,
    amountMinor,
    costMinor,
    currency,
    reportingAmountMinor: reported(amountMinor),
    reportingCostMinor: reported(costMinor),
    reportingCurrency,
    rate: rate?.rate ?? null,
    rateDate: rate?.rateDate ?? null,
    bookingDate: posting.bookingDate,
    recordedAt: posting.recordedAt,
    ownerId: opportunity.ownerId,
    teamId: opportunity.teamId,
    sourceId: opportunity.sourceId,
    campaignId: opportunity.campaignId,
    reversesId: null,
    creditOfId: null,
    adjustsDate: null,
    note: null,
  };
}

/** The line that takes another back on the day of a reopening: the original's shares and rate, the opposite sign. */
export const reverseBooking = (original: BookingRow, posting: Posting): BookingRow => ({
  ...original,
  ...posting,
  amountMinor: -original.amountMinor,
  costMinor: negated(original.costMinor),
  reportingAmountMinor: negated(original.reportingAmountMinor),
  reportingCostMinor: negated(original.reportingCostMinor),
  reversesId: original.id,
  adjustsDate: null,
  note: null,
});

/** What counts as restated on this day: its own, or the one it adjusts. */
export const restatedDay = ({ bookingDate, adjustsDate }: Pick<BookingRow, 'bookingDate' | 'adjustsDate'>): PlainDate =>
  adjustsDate ?? bookingDate;

/**
 * The line that stands again for one that should never have been taken back: as reported on the day of the correction, as
 * restated where the original stood. A credit names the line that stands again for its own original.
 */
export const repostBooking = (
  original: BookingRow,
  posting: Posting,
  creditOfId: Id<'booking'> | null,
): BookingRow => ({
  ...original,
  ...posting,
  moveId: original.moveId === null ? null : posting.moveId,
  adjustsDate: restatedDay(original),
  creditOfId,
});

/** The negative line that gives part of another back, with its shares and its frozen rate. Amount and cost as what is given back. */
export function creditBooking(
  original: BookingRow,
  { amountMinor, costMinor, note }: Given,
  posting: Omit<Posting, 'moveId'>,
): BookingRow {
  const reported = reportedAt(original, original.currency, original.reportingCurrency);
  return {
    ...original,
    ...posting,
    moveId: null,
    bookingType: 'credit',
    amountMinor: -amountMinor,
    costMinor: negated(costMinor),
    reportingAmountMinor: reported(-amountMinor),
    reportingCostMinor: reported(negated(costMinor)),
    creditOfId: original.id,
    adjustsDate: null,
    note,
  };
}

/** The line that changes a locked period: booked today with the shares of what it adjusts, at the rate of the day it is about. */
export function adjustmentBooking(
  adjusted: BookingRow,
  { amountMinor, costMinor, note, adjustsDate }: Given & { readonly adjustsDate: PlainDate },
  posting: Omit<Posting, 'moveId'> & { readonly reportingCurrency: Currency; readonly rate: DatedRate | null },
): BookingRow {
  const { reportingCurrency, rate, ...posted } = posting;
  const reported = reportedAt(rate, adjusted.currency, reportingCurrency);
  return {
    ...adjusted,
    ...posted,
    moveId: null,
    amountMinor,
    costMinor,
    reportingAmountMinor: reported(amountMinor),
    reportingCostMinor: reported(costMinor),
    reportingCurrency,
    rate: rate?.rate ?? null,
    rateDate: rate?.rateDate ?? null,
    adjustsDate,
    note,
  };
}

interface Given {
  readonly amountMinor: bigint;
  readonly costMinor: bigint | null;
  readonly note: string | null;
}

/** What an amount is in the reporting currency at a rate; unknown when either is. */
export const reportedAt =
  (rate: { readonly rate: string | null } | null, currency: Currency, reportingCurrency: Currency) =>
  (minor: bigint | null): bigint | null =>
    rate?.rate && minor !== null ? convert(money(minor, currency), reportingCurrency, rate.rate).amountMinor : null;

const negated = (minor: bigint | null): bigint | null => (minor === null ? null : -minor);
