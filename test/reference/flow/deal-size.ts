import { officesOf, survivorsOf } from '../books/find-places';
import { findLines } from '../books/find-lines';
import { holds } from '../calendar';
import { fraction, inOrder, nearest, total } from '../exact';
import type { BookingRow } from '../history/history';
import type { Told } from '../subjects/subject';
import { segmentsOf } from './belong';
import { tellSlices, type Cut, type Whose } from './case';
import { decisionsOf } from './decisions';
import type { Setting } from './setting';

type SizeCase = { readonly whose: Whose; readonly opportunityId: string } & (
  | { readonly of: 'line'; readonly minor: bigint | null }
  | { readonly of: 'closing'; readonly sign: 1 | -1; readonly isOther: boolean }
);

/** Won positive new-business bookings ÷ closings, and the opportunity in the middle. */
export const tellDealSize = (setting: Setting, cut: Cut): Told =>
  tellSlices([...linesOf(setting), ...closingsOf(setting)], cut, (own) => [['size', tellSize(own, setting.currency)]]);

/** The lines of wins that are new business, and as reported their being taken back; credits and adjustments are outside. */
function linesOf({ history, reading, period }: Setting): SizeCase[] {
  const rows = new Map(history.bookings.map((row) => [row.id, row]));
  const isSale = (row: BookingRow) =>
    row.moveId !== null && row.reversesId === null && row.amountMinor > 0n && row.bookingType === 'new_business';
  const survivorOf = survivorsOf(history);
  const segmentOf = segmentsOf(history);
  const officeOf = officesOf(history);
  return findLines(history, reading).flatMap((line): SizeCase[] => {
    const row = rows.get(line.id);
    const original = row?.reversesId ? rows.get(row.reversesId) : row;
    if (!row || !original || !isSale(original) || !holds(period, line.day)) return [];
    const accountId = row.accountId !== null && reading === 'restated' ? survivorOf(row.accountId) : row.accountId;
    const whose = {
      teamId: row.teamId,
      officeId: officeOf(row.teamId),
      personId: row.ownerId,
      sourceId: row.sourceId,
      campaignId: row.campaignId,
      segment: segmentOf(accountId),
      productId: row.productId,
    };
    return [{ of: 'line', opportunityId: row.opportunityId, minor: line.minor, whose }];
  });
}

/** Closings of the scoreboard without renewals; how many of them are no new business is said beside. */
function closingsOf(setting: Setting): SizeCase[] {
  const types = new Map(setting.history.opportunities.map(({ id, bookingType }) => [id, bookingType]));
  return decisionsOf(setting)
    .filter(({ outcome, isRenewal }) => outcome === 'won' && !isRenewal)
    .map(({ opportunityId, sign, whose }) => ({
      of: 'closing',
      opportunityId,
      sign,
      isOther: types.get(opportunityId) !== 'new_business',
      whose,
    }));
}

function tellSize(own: readonly SizeCase[], currency: string): string {
  const lines = own.flatMap((one) => (one.of === 'line' ? [one] : []));
  const closings = own.flatMap((one) => (one.of === 'closing' ? [one] : []));
  const net = (some: readonly { readonly sign: number }[]) => some.reduce((sum, { sign }) => sum + sign, 0);
  const minor = total(lines.map((line) => line.minor ?? 0n));
  const closed = net(closings);
  const average = closed > 0 ? nearest(fraction(minor, BigInt(closed))) : null;
  const sizes = [...new Set(lines.map(({ opportunityId }) => opportunityId))].flatMap((id) => {
    const known = lines.flatMap((line) => (line.opportunityId === id && line.minor !== null ? [line.minor] : []));
    return total(known) > 0n ? [total(known)] : [];
  });
  return [
    `${minor} ${currency} of bookings`,
    `${closed} closings, ${net(closings.filter(({ isOther }) => isOther))} others`,
    `average ${average ?? 'n/a no_closings'}`,
    `median ${medianOf(sizes)}`,
    `without ${lines.filter((line) => line.minor === null).length}`,
  ].join('; ');
}

function medianOf(sizes: readonly bigint[]): bigint | null {
  const sorted = inOrder(sizes, (one, other) => one < other);
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return lower === undefined || upper === undefined ? null : nearest(fraction(lower + upper, 2n));
}
