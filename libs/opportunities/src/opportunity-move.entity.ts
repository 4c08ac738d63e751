import {
  CountColumn,
  DateColumn,
  IdColumn,
  InstantColumn,
  KeyColumn,
  MinorColumn,
  PrimaryId,
  TextColumn,
  WordColumn,
} from '@tandem/database';
import type { Currency, Id, PlainDate } from '@tandem/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MoveCorrection, MoveOrigin, MovePrecision, MoveRow } from './rules/next-move-row';
import type { Outcome } from './rules/tracked-state';

const outcomes = ['open', 'won', 'lost', 'cancelled'] as const;

/** One row of the append-only log. */
@Entity('opportunity_move')
export class OpportunityMove implements MoveRow {
  @IdColumn() id: Id<'move'>;
  @PrimaryId() opportunityId: Id<'opportunity'>;
  @PrimaryColumn({ type: 'int', unsigned: true }) seq: number;
  @CountColumn() version: number;
  @IdColumn({ nullable: true }) stageFromId: Id<'stage'> | null;
  @IdColumn() stageToId: Id<'stage'>;
  @WordColumn(outcomes, { nullable: true }) outcomeFrom: Outcome | null;
  @WordColumn(outcomes) outcomeTo: Outcome;
  @MinorColumn({ nullable: true }) amountFromMinor: bigint | null;
  @MinorColumn({ nullable: true }) amountToMinor: bigint | null;
  @Column({ type: 'char', length: 3, charset: 'ascii', collation: 'ascii_bin' }) currency: Currency;
  @DateColumn({ nullable: true }) closeDateFrom: PlainDate | null;
  @DateColumn({ nullable: true }) closeDateTo: PlainDate | null;
  @IdColumn({ nullable: true }) ownerFromId: Id<'person'> | null;
  @IdColumn() ownerToId: Id<'person'>;
  @IdColumn({ nullable: true }) teamFromId: Id<'team'> | null;
  @IdColumn() teamToId: Id<'team'>;
  @CountColumn('tinyint', { nullable: true }) probabilityFrom: number | null;
  @CountColumn('tinyint', { nullable: true }) probabilityTo: number | null;
  @KeyColumn(40, { nullable: true }) reasonKey: string | null;
  @TextColumn(500, { nullable: true }) note: string | null;
  @InstantColumn() at: Date;
  @InstantColumn() recordedAt: Date;
  @IdColumn({ nullable: true }) actorId: Id<'person'> | null;
  @WordColumn(['native', 'import_event', 'import_first_entry', 'import_last_entry', 'import_snapshot'])
  origin: MoveOrigin;
  @WordColumn(['second', 'day', 'inferred']) atPrecision: MovePrecision;
  @WordColumn(['redate', 'withdraw'], { nullable: true }) correction: MoveCorrection | null;
  @CountColumn('int', { nullable: true }) correctsSeq: number | null;
  @Column({ type: 'binary', length: 32 }) hash: Buffer;
}
