import type { Standing } from './load-history';
import type { KnownOpportunity } from './load-history.rows';
import type { BookingRow } from './rules/post-booking';

/** What a row says of an opportunity that the log does not follow. */
export type Outline = Pick<KnownOpportunity, 'name' | 'accountId' | 'productId'>;

/** Where a kept history stands, and whether anybody has moved or edited it here or booked on it by hand since it was loaded. */
export interface StandingHere extends Standing {
  readonly lastAt: Date;
  readonly changedHere: boolean;
  /** What stays as it is kept, because `append` changes none of it; a win books it. */
  readonly kept: Pick<KnownOpportunity, 'costMinor' | 'bookingType' | 'sourceId' | 'campaignId'>;
  /** What `append` overwrites without a row of the log. */
  readonly outline: Outline;
}

type Texts<Row, Keys extends keyof Row> = Omit<Row, Keys> & {
  readonly [Key in Keys]: null extends Row[Key] ? string | null : string;
};
/** A line of money as the driver hands it over. */
export type RawBooking = Texts<BookingRow, 'amountMinor' | 'costMinor' | 'reportingAmountMinor' | 'reportingCostMinor'>;
/** Where a history stands as the driver hands it over. */
export type StandingRow = Texts<Standing['state'], 'amountMinor'> &
  Texts<StandingHere['kept'], 'costMinor'> &
  Outline &
  Omit<StandingHere, 'state' | 'bookings' | 'changedHere' | 'kept' | 'outline'> & { readonly changedHere: number };
