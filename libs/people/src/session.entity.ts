import { CountColumn, IdColumn, InstantColumn, TextColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

/** A signed-in browser; only the hash of its token is kept. */
@Entity('session')
export class Session {
  @PrimaryColumn({ type: 'binary', length: 32 }) tokenHash: Buffer;
  @IdColumn() personId: Id<'person'>;
  @InstantColumn() createdAt: Date;
  @InstantColumn() lastSeenAt: Date;
  @InstantColumn() expiresAt: Date;
  @TextColumn(255, { nullable: true }) userAgent: string | null;
}

/** Failed sign-ins of one address, for slowing down guesses. */
@Entity('sign_in_failure')
export class SignInFailure {
  @PrimaryColumn({ type: 'varbinary', length: 320 }) emailNorm: Buffer;
  @CountColumn('smallint') failures: number;
  @InstantColumn() lastAt: Date;
}
