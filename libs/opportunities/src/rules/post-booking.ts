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
  const reported = (minor: bigint | null) =>
    rate && minor !== null ? convert(money(minor, currency), reportingCurrency, rate.rate).amountMinor : null;
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
});

const negated = (minor: bigint | null): bigint | null => (minor === null ? null : -minor);
