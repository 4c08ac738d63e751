import { total } from '../exact';
import { money, revenueOf, type Figure } from './answer';

/** The sum of all lines; what is below 0 stands beside it as credits. */
export const netRevenue: Figure = {
  key: 'net_revenue',
  of: (book) => {
    const { lines, minor, notes } = revenueOf(book);
    const credits = total(lines.filter((line) => line.minor < 0n).map((line) => line.minor));
    const bookings = total(lines.filter((line) => line.minor >= 0n).map((line) => line.minor));
    return {
      value: money(minor, book),
      parts: { bookings: money(bookings, book), credits: money(credits, book) },
      notes,
    };
  },
};
