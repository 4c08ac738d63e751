import type { Id } from '@tandem/kernel';
import type { BookingRow } from './post-booking';

/** The lines that no other line takes back, and that take no other back. */
export function standingLines<Line extends Pick<BookingRow, 'id' | 'reversesId'>>(lines: readonly Line[]): Line[] {
  const reversed = new Set(lines.map(({ reversesId }) => reversesId));
  return lines.filter(({ id, reversesId }) => reversesId === null && !reversed.has(id));
}

/** The standing line that the win itself posted; credits and adjustments are posted by hand. */
export const bookedByWin = <Line extends Pick<BookingRow, 'id' | 'reversesId' | 'moveId' | 'bookingType'>>(
  lines: readonly Line[],
): Line | null =>
  standingLines(lines).findLast(({ moveId, bookingType }) => moveId !== null && bookingType !== 'credit') ?? null;

type OfMove = Pick<BookingRow, 'id' | 'reversesId' | 'moveId'>;

/** The lines that a row of the log booked. */
export const postedBy = <Line extends OfMove>(lines: readonly Line[], moveId: Id<'move'>): Line[] =>
  lines.filter((line) => line.moveId === moveId && line.reversesId === null);

/** The lines that a row of the log took back. */
export function takenBackBy<Line extends OfMove>(lines: readonly Line[], moveId: Id<'move'>): Line[] {
  const taken = new Set(lines.filter((line) => line.moveId === moveId).map(({ reversesId }) => reversesId));
  return lines.filter(({ id }) => taken.has(id));
}
