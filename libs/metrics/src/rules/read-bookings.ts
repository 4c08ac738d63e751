import type { BookingFact, Reading } from './facts';

/** The lines that count: as restated, a line and the one that takes it back are both gone; as reported, each stays. */
export const readBookings = <Line extends Pick<BookingFact, 'reversesId' | 'isReversed'>>(
  lines: readonly Line[],
  reading: Reading,
): Line[] =>
  reading === 'reported' ? [...lines] : lines.filter((line) => line.reversesId === null && !line.isReversed);

/** A sale: a positive line that neither a reversal nor credits have taken back in full. A pilot at zero price is none. */
export const isSale = (line: BookingFact, reading: Reading): boolean =>
  line.amountMinor > 0n &&
  line.reversesId === null &&
  (reading === 'reported' || (!line.isReversed && line.amountMinor + line.creditedMinor > 0n));
