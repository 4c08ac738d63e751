import type { BookingRow, History } from '../history/history';
import type { Reading } from '../history/read-log';
import type { Line, Scope } from './book';
import { findLines } from './find-lines';
import { officesOf } from './find-places';

/** A line of money with everything it says: its own campaign, product and kind of business, and the segment its customer has today. */
export interface TraitedLine extends Line {
  readonly row: BookingRow;
  readonly segment: string | null;
}

/** What a question about lines can be narrowed to. */
export interface WideScope extends Scope {
  readonly campaignId?: string | null;
  readonly productId?: string | null;
  readonly segment?: string | null;
}

/** Every line a reading has, of all days. */
export function traitLines(history: History, reading: Reading): TraitedLine[] {
  const rows = new Map(history.bookings.map((row) => [row.id, row]));
  const segments = new Map(history.accounts.map(({ id, segment }) => [id, segment]));
  return findLines(history, reading).flatMap((line) => {
    const row = rows.get(line.id);
    return row ? [{ ...line, row, segment: segments.get(line.accountId ?? '') ?? null }] : [];
  });
}

/** Whether a line belongs to a scope: of the person, team, source, campaign and product of its own moment. */
export function isWithin({ row, segment }: TraitedLine, scope: WideScope, history: History): boolean {
  const own: Required<WideScope> = {
    teamId: row.teamId,
    officeId: officesOf(history)(row.teamId),
    personId: row.ownerId,
    sourceId: row.sourceId,
    campaignId: row.campaignId,
    productId: row.productId,
    segment,
  };
  return (Object.keys(scope) as (keyof WideScope)[]).every((kind) => scope[kind] === own[kind]);
}
