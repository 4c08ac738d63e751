import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { actor, type Id } from '@tandem/kernel';
import { HandOffsReader } from './hand-offs.reader';
import { noOpportunity } from './opportunities.errors';
import { namedOf, type HistoryView, type MoveView } from './pipeline-views';
import { rowOf, selected } from './row-sql';
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
] as const satisfies readonly (keyof MoveView)[];

const bookingFields = [
  'id',
  'bookingType',
  'amountMinor',
  'costMinor',
  'currency',
  'bookingDate',
  'reversesId',
] as const satisfies readonly (keyof HistoryView['bookings'][number])[];

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
      const bookings = await this.database.query<Record<string, unknown>>(
        `SELECT ${selected('b', bookingFields)} FROM booking b WHERE b.opportunity_id = ? ORDER BY b.booking_date, b.recorded_at, b.id`,
        [bin(id)],
      );
      return {
        moves: moves.map((row) => moveOf(row)),
        handOffs: await this.handOffs.of(id),
        bookings: bookings.map((row) => rowOf<HistoryView['bookings'][number]>(row)),
      };
    });
  }
}

function moveOf(raw: Readonly<Record<string, unknown>>): MoveView {
  const ownerTo = namedOf<'person'>(raw, 'ownerTo');
  if (!ownerTo) throw new Error('every move has an owner');
  return { ...rowOf<MoveView>(raw), actor: namedOf(raw, 'actor'), ownerFrom: namedOf(raw, 'ownerFrom'), ownerTo };
}
