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
import type { FigureKey, Unit } from '@tandem/metrics';
import { Column, Entity } from 'typeorm';

/** The number both heads commit to: one per figure and period. */
@Entity('target')
export class Target {
  @PrimaryId() id: Id<'target'>;
  @KeyColumn(40) figureKey: FigureKey;
  @KeyColumn(40) periodKey: string;
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
