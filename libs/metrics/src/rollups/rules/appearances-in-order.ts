import type { PlainDate } from '@tandem/kernel';
import { isWonBack, rootOf } from '../../rules/find-new-customers';
import { isCosted } from '../../rules/sum-sales';
import { inOrder, roleBits, type Appearance, type Appearances } from './appearance';
import type { CustomerFamily, FamilyLine } from './customer-family';

/**
 * Whether nothing that was learned of a family took back or moved anything: no merge, no line taken back, credited or adjusted, no
 * restatement by which a cost becomes known or unknown, and later bookings were recorded later. Both readings say the same of it then, and what
 * was once true stays true. Most families are such.
 */
export function isInOrder({ lines, restatements, merges, moved }: CustomerFamily): boolean {
  if (merges.length > 0 || moved.length > 0 || !lines.every(stands)) return false;
  if (restatements.length > 0) {
    const values = new Map(lines.map((line) => [line.id, line]));
    if (!restatements.every((value) => isCostKnown(values.get(value.lineId)) === isCostKnown(value))) return false;
  }
  let last: FamilyLine | undefined;
  for (const line of lines.length > 1 ? lines.toSorted(byDay) : lines) {
    if (last && line.recordedOn < last.recordedOn) return false;
    last = line;
  }
  return true;
}

/** What the accounts of such a family are, line by line: each adds what nobody was before it. */
export function appearancesInOrder({ accountIds, lines, parents }: CustomerFamily, winBackMonths: number): Appearances {
  const found = new Map<string, Appearance[]>();
  const lastSales = new Map<string, PlainDate>();
  const firstSales = new Map<string, PlainDate>();
  for (const line of lines.length > 1 ? lines.toSorted(byDay) : lines) {
    const { accountId, bookingDate: date } = line;
    if (accountId === null || !accountIds.has(accountId)) continue;
    let roles = isCosted(line) ? roleBits.costed : 0;
    if (line.amountMinor > 0n) {
      const root = rootOf(accountId, parents);
      const [first, last] = [firstSales.get(root), lastSales.get(accountId)];
      roles |= roleBits.winning;
      if (last === undefined) {
        roles |= roleBits.first_order;
        if (first !== undefined && first < date) roles |= roleBits.connected_new;
      } else if (isWonBack(last, date, winBackMonths)) roles |= roleBits.win_back;
      lastSales.set(accountId, date);
      if (first === undefined) firstSales.set(root, date);
    }
    const own = found.get(accountId);
    if (own) appear(own, line, roles);
    else if (roles > 0) found.set(accountId, [appearanceOf(line, roles)]);
  }
  return new Map([...found].map(([accountId, own]) => [accountId, inOrder(own)]));
}

/** Adds the roles that were not there already on that day and with that credit. */
function appear(own: Appearance[], line: FamilyLine, roles: number): void {
  let isNew = roles;
  let place = -1;
  for (let at = own.length - 1; own[at]?.date === line.bookingDate; at--) {
    const one = own[at];
    if (!one || one.ownerId !== line.ownerId || one.teamId !== line.teamId || one.sourceId !== line.sourceId) continue;
    isNew &= ~one.roles;
    if (one.known === line.recordedOn) place = at;
  }
  if (isNew === 0) return;
  const known = own[place];
  if (known) own[place] = { ...known, roles: known.roles | isNew };
  else own.push(appearanceOf(line, isNew));
}

const appearanceOf = (
  { bookingDate: date, ownerId, teamId, sourceId, recordedOn: known }: FamilyLine,
  roles: number,
): Appearance => ({ date, ownerId, teamId, sourceId, roles, reading: 'both', known, sign: 1 });

/** Booked by a win, and nothing more. */
const stands = ({ reversesId, adjustsDate, isByHand, isCredit }: FamilyLine): boolean =>
  reversesId === null && adjustsDate === null && !isByHand && !isCredit;

const isCostKnown = (value: Pick<FamilyLine, 'reportingMinor' | 'costMinor'> | undefined): boolean =>
  value !== undefined && value.reportingMinor !== null && value.costMinor !== null;

const byDay = (one: FamilyLine, other: FamilyLine): number =>
  one.bookingDate < other.bookingDate || (one.bookingDate === other.bookingDate && one.id < other.id) ? -1 : 1;
