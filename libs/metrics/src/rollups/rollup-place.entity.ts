import type { PlainDate } from '@tandem/kernel';
import { Column, PrimaryColumn } from 'typeorm';
import type { CellReading } from './rules/cell';

const day = () => PrimaryColumn({ type: 'date' });

/** Where a sum counts: for whom, on which day, since when it is known and by which reading. */
export abstract class RollupPlace {
  @PrimaryColumn({ type: 'tinyint', unsigned: true }) sliceKind: number;
  @PrimaryColumn({ type: 'varbinary', length: 480 }) slice: Buffer;
  @day() day: PlainDate;
  @day() known: PlainDate;
  @PrimaryColumn({ type: 'enum', enum: ['both', 'restated', 'reported'] }) reading: CellReading;
}

/** A signed sum of counts. */
export const SumColumn = () => Column({ type: 'int' });
/** A number that tells rows from others. */
export const PlaceColumn = (type: 'tinyint' | 'smallint' | 'int') => PrimaryColumn({ type, unsigned: true });
/** By day or by month, or by a longer grain. */
export const GrainColumn = (...grains: string[]) => PrimaryColumn({ type: 'enum', enum: grains });
/** ISO 4217, empty where there is no amount. */
export const CurrencyPlaceColumn = () =>
  PrimaryColumn({ type: 'char', length: 3, charset: 'ascii', collation: 'ascii_bin' });
