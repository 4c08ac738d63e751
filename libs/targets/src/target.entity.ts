import {
  CountColumn,
  DateColumn,
  IdColumn,
  InstantColumn,
  KeyColumn,
  MinorColumn,
  PrimaryId,
  WordColumn,
} from '@tandem/database';
import type { Currency, Id, PlainDate } from '@tandem/kernel';
import type { GoalKey, GoalSlice, Unit } from '@tandem/metrics';
import { Column, Entity } from 'typeorm';

/** The number both heads commit to: one per figure, slice and span of days. */
@Entity('target')
export class Target {
  @PrimaryId() id: Id<'target'>;
  @KeyColumn(40) figureKey: GoalKey;
  @KeyColumn(40) periodKey: string;
  @WordColumn(['all', 'team', 'office', 'person', 'source', 'campaign', 'segment', 'product'], { default: 'all' })
  sliceKind: GoalSlice['kind'] | 'all';
  /** An id, or the name of a segment; empty for everybody, and for what lacks the attribute. */
  @Column({ type: 'varchar', length: 120, charset: 'utf8mb4', collation: 'utf8mb4_bin', default: '' }) slice: string;
  @DateColumn() startsOn: PlainDate;
  @DateColumn() endsBefore: PlainDate;
  /** Minor units, a count, or ten-thousandths of a ratio. */
  @MinorColumn() value: bigint;
  @WordColumn(['money', 'count', 'ratio']) unit: Unit;
  @Column({ type: 'char', length: 3, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  currency: Currency | null;
  @IdColumn({ nullable: true }) salesSignerId: Id<'person'> | null;
  @InstantColumn({ nullable: true }) salesSignedAt: Date | null;
  @IdColumn({ nullable: true }) marketingSignerId: Id<'person'> | null;
  @InstantColumn({ nullable: true }) marketingSignedAt: Date | null;
  @CountColumn() version: number;
}
