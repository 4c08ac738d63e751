import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { actor, type Id } from '@tandem/kernel';
import { HandOffsReader } from './hand-offs.reader';
import { noOpportunity } from './opportunities.errors';
import {
  namedOf,
  type BookingKind,
  type BookingView,
  type HistoryView,
  type MoveView,
  type RestatementView,
} from './pipeline-views';
import { rowOf, selected } from './row-sql';
import { effectiveLog } from './rules/effective-log';
import { visibleTo } from './rules/visible-to';
import { scopeCondition } from './visible-scope';

const moveFields = [
  'id',
  'opportunityId',
  'seq',
  'version',
  'stageFromId',
  'stageToId',
  'outcomeFrom',
  'outcomeTo',
  'amountFromMinor',
  'amountToMinor',
  'currency',
  'closeDateFrom',
  'closeDateTo',
  'teamFromId',
  'teamToId',
  'probabilityFrom',
  'probabilityTo',
  'reasonKey',
  'note',
  'at',
  'recordedAt',
  'origin',
  'atPrecision',
  'correction',
  'correctsSeq',
] as const satisfies readonly (keyof MoveView)[];

const bookingFields = [
  'id',
  'moveId',
  'bookingType',
  'amountMinor',
  'costMinor',
  'currency',
  'reportingAmountMinor',
  'reportingCostMinor',
  'reportingCurrency',
  'rate',
  'rateDate',
  'bookingDate',
  'recordedAt',
  'reversesId',
  'creditOfId',
  'adjustsDate',
  'note',
] as const satisfies readonly (keyof BookingView)[];

/** Everything that happened to one opportunity. */
@Injectable()
export class HistoryReader {
  constructor(
    private readonly database: Database,
    private readonly handOffs: HandOffsReader,
  ) {}

  async of(id: Id<'opportunity'>): Promise<HistoryView> {
    return this.database.snapshot(async () => {
      const scope = scopeCondition(visibleTo(actor()));
      const seen = await this.database.query(`SELECT o.id FROM opportunity o WHERE o.id = ? AND ${scope.sql}`, [
        bin(id),
        ...scope.parameters,
      ]);
      if (seen.length === 0) throw noOpportunity(id);
      const moves = await this.database.query<Record<string, unknown>>(
        `SELECT ${selected('m', moveFields)}, p.id AS actorId, p.name AS actorName, p.name_zh AS actorNameZh,
           f.id AS ownerFromId, f.name AS ownerFromName, f.name_zh AS ownerFromNameZh,
           t.id AS ownerToId, t.name AS ownerToName, t.name_zh AS ownerToNameZh
         FROM opportunity_move m LEFT JOIN person p ON p.id = m.actor_id LEFT JOIN person f ON f.id = m.owner_from_id
         JOIN person t ON t.id = m.owner_to_id WHERE m.opportunity_id = ? ORDER BY m.seq`,
        [bin(id)],
      );
      return { moves: movesOf(moves), handOffs: await this.handOffs.of(id), bookings: await this.bookings(id) };
    });
  }

  private async bookings(id: Id<'opportunity'>): Promise<BookingView[]> {
    const lines = await this.database.query<Record<string, unknown>>(
      `SELECT ${selected('b', bookingFields)} FROM booking b WHERE b.opportunity_id = ? ORDER BY b.booking_date, b.recorded_at, b.id`,
      [bin(id)],
    );
    const restatements = await this.database.query<Record<string, unknown>>(
      `SELECT n.booking_id AS bookingId, n.revision, n.rate, n.rate_date AS rateDate, n.reporting_amount_minor AS reportingAmountMinor,
         n.reporting_cost_minor AS reportingCostMinor, n.reason, n.recorded_at AS recordedAt,
         p.id AS byId, p.name AS byName, p.name_zh AS byNameZh
       FROM booking b JOIN booking_restatement n ON n.booking_id = b.id LEFT JOIN person p ON p.id = n.recorded_by_id
       WHERE b.opportunity_id = ? ORDER BY n.booking_id, n.revision`,
      [bin(id)],
    );
    const rows = lines.map((line) => rowOf<Omit<BookingView, 'kind' | 'reversed' | 'restatements'>>(line));
    const reversed = new Set(rows.map(({ reversesId }) => reversesId));
    return rows.map((row) => ({
      ...row,
      kind: kindOf(row),
      reversed: reversed.has(row.id),
      restatements: restatements
        .filter(({ bookingId }) => bookingId === row.id)
        .map((raw) => ({ ...rowOf<RestatementView>(raw), by: namedOf<'person'>(raw, 'by') })),
    }));
  }
}

/** Reads the corrections among the rows into those they correct. */
function movesOf(rows: readonly Readonly<Record<string, unknown>>[]): MoveView[] {
  const log = rows.map((raw) => moveOf(raw));
  const effective = new Map(effectiveLog(log).map((row) => [row.seq, row]));
  return log.map((row) => {
    const read = effective.get(row.seq);
    const redatedTo = read && read.at.getTime() !== row.at.getTime() ? read.at : null;
    return { ...row, withdrawn: row.correction === null && !read, redatedTo };
  });
}

function moveOf(raw: Readonly<Record<string, unknown>>): Omit<MoveView, 'withdrawn' | 'redatedTo'> {
  const ownerTo = namedOf<'person'>(raw, 'ownerTo');
  if (!ownerTo) throw new Error('every move has an owner');
  return { ...rowOf<MoveView>(raw), actor: namedOf(raw, 'actor'), ownerFrom: namedOf(raw, 'ownerFrom'), ownerTo };
}

function kindOf({
  reversesId,
  bookingType,
  moveId,
}: Pick<BookingView, 'reversesId' | 'bookingType' | 'moveId'>): BookingKind {
  if (reversesId !== null) return 'reversal';
  if (bookingType === 'credit') return 'credit';
  return moveId === null ? 'adjustment' : 'booking';
}
