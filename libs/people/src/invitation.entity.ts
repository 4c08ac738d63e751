import { IdColumn, InstantColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

/** A way in for somebody who has no password, or has lost it; only the hash of its token is kept, and it goes when it is used. */
@Entity('invitation')
export class Invitation {
  @PrimaryColumn({ type: 'binary', length: 32 }) tokenHash: Buffer;
  @IdColumn() personId: Id<'person'>;
  @InstantColumn() createdAt: Date;
  @InstantColumn() expiresAt: Date;
}
