import {
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  KeyColumn,
  PrimaryId,
  TextColumn,
  WordColumn,
  bin,
} from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event waiting to be handed on, or handed on. */
@Entity('outbox_event')
export class OutboxRow {
  @PrimaryId() id: Id<'event'>;
  @KeyColumn(60) topic: string;
  @IdColumn({ nullable: true }) subjectId: Id | null;
  @JsonColumn() payload: unknown;
  @WordColumn(['pending', 'relayed']) state: 'pending' | 'relayed';
  @CountColumn('smallint') attempts: number;
  @InstantColumn() availableAt: Date;
  @InstantColumn({ nullable: true }) relayedAt: Date | null;
}

/** Who did what to which record; never changed, never removed. */
@Entity('audit_line')
export class AuditLine {
  @PrimaryId() id: Id<'audit_line'>;
  @InstantColumn() at: Date;
  @IdColumn({ nullable: true }) actorId: Id<'person'> | null;
  @TextColumn(190) actorName: string;
  @KeyColumn(20) via: string;
  @KeyColumn(60) action: string;
  @KeyColumn(40) objectKind: string;
  @IdColumn({ nullable: true }) objectId: Id | null;
  @JsonColumn({ nullable: true }) beforeState: unknown;
  @JsonColumn({ nullable: true }) afterState: unknown;
}

/** The digests of one batch of audit lines, chained to the batch before. */
@Entity('audit_seal')
export class AuditSeal {
  @PrimaryColumn({ type: 'bigint', unsigned: true }) seq: string;
  @InstantColumn() sealedAt: Date;
  @CountColumn() lineCount: number;
  @Column({ type: 'mediumblob' }) linesSealed: Buffer;
  @Column({ type: 'binary', length: 32, nullable: true }) prevHash: Buffer | null;
  @Column({ type: 'binary', length: 32 }) hash: Buffer;
}

/** A request that was carried out, with its answer, so that sending it again changes nothing. */
@Entity('idempotency_key')
export class IdempotencyRow {
  @PrimaryColumn({
    type: 'binary',
    length: 16,
    transformer: { to: (id: string) => bin(id), from: (id: unknown) => id },
  })
  scope: Id<'person'>;
  @PrimaryColumn({ type: 'binary', length: 32 }) keyHash: Buffer;
  @KeyColumn(160) operation: string;
  @Column({ type: 'binary', length: 32 }) bodyHash: Buffer;
  @Column({ type: 'mediumblob', nullable: true }) body: Buffer | null;
  @InstantColumn() createdAt: Date;
}
