import { IdColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const key = { type: 'varchar', length: 40, charset: 'ascii', collation: 'ascii_bin' } as const;

/** Which of our records a record of another system became, and what it said when we last read it. */
@Entity('external_record')
export class ExternalRecord {
  @PrimaryColumn(key) system: string;
  @PrimaryColumn(key) kind: string;
  @PrimaryColumn({ type: 'varbinary', length: 190 }) externalId: Buffer;
  @IdColumn() recordId: Id;
  @Column({ type: 'binary', length: 32 }) contentHash: Buffer;
}
