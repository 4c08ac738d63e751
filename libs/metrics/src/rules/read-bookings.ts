import type { BookingFact, Reading } from './facts';

/** The lines that count: as restated, a line and the one that takes it back are both gone; as reported, each stays. */
export const readBookings = <Line extends Pick<BookingFact, 'reversesId' | 'isReversed'>>(
  lines: readonly Line[],
  reading: Reading,
): Line[] =>
  reading === 'reported' ? [...lines] : lines.filter((line) => line.reversesId === null && !line.isReversed);

/**
 * A sale: an order somebody placed, so the positive line of a win; a pilot at zero price is none. As restated the win is judged
 * with its credits and adjustments, where it stood: what they or a reversal leave nothing of is none. As reported it is judged as it
 * was booked, and a line that stands again for one taken back by mistake is no second order.
 */
export const isSale = (
  line: Pick<BookingFact, 'isByHand' | 'reversesId' | 'adjustsDate' | 'amountMinor' | 'isReversed' | 'worthMinor'>,
  reading: Reading,
): boolean => {
  if (line.isByHand || line.reversesId !== null) return false;
  if (reading === 'reported') return line.adjustsDate === null && line.amountMinor > 0n;
  return !line.isReversed && line.worthMinor > 0n;
};
