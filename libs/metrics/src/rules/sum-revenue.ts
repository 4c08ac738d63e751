import type { BookingFact, Facts } from './facts';
import { note, type Note } from './figure-value';

export interface Revenue {
  /** Sum of all convertible lines, refunds and credits included, in minor units of the reporting currency. */
  readonly minor: bigint;
  readonly lines: readonly (BookingFact & { readonly reportingMinor: bigint })[];
  /** Says that the total is partial, when a rate was missing. */
  readonly notes: readonly Note[];
}

/** Net revenue of the facts: the sum of signed lines; a line without a rate stays out and the total is called partial. */
export function sumRevenue({ bookings }: Pick<Facts, 'bookings'>): Revenue {
  const lines = bookings.filter(isConvertible);
  const left = bookings.length - lines.length;
  return {
    minor: lines.reduce((total, { reportingMinor }) => total + reportingMinor, 0n),
    lines,
    notes: left === 0 ? [] : [note('partial_total', { count: left })],
  };
}

const isConvertible = (line: BookingFact): line is BookingFact & { readonly reportingMinor: bigint } =>
  line.reportingMinor !== null;
