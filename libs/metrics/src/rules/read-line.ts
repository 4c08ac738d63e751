import type { PlainDate } from '@tandem/kernel';
import type { Reading } from './facts';

/** The value of a line in the reporting currency; null where no rate or no cost is known. */
export interface LineValue {
  readonly reportingMinor: bigint | null;
  readonly costMinor: bigint | null;
}

/** A booking line as it was written, and what was learned about it later. */
export interface WrittenLine extends LineValue {
  readonly bookingDate: PlainDate;
  /** The day it corrects, when that day's period was locked already. */
  readonly adjustsDate: PlainDate | null;
  /** Its value by the last restatement of the rate. */
  readonly restated: LineValue | null;
}

/**
 * When a line counts and for how much. *As reported*: on its own booking date, at its frozen rate. *As restated*: an adjustment
 * line on the day it adjusts, and the value of the last restatement, unknown cost included.
 */
export const readLine = (
  { bookingDate, adjustsDate, reportingMinor, costMinor, restated }: WrittenLine,
  reading: Reading,
): LineValue & { readonly date: PlainDate } =>
  reading === 'reported'
    ? { date: bookingDate, reportingMinor, costMinor }
    : { date: adjustsDate ?? bookingDate, ...(restated ?? { reportingMinor, costMinor }) };
