import {
  bin,
  CountColumn,
  IdColumn,
  InstantColumn,
  KeyColumn,
  PrimaryId,
  TextColumn,
  WordColumn,
} from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { attemptOutcomes, type AttemptOutcome } from './rules/settle-attempt';

export const webhookDeliveryStates = ['pending', 'sending', 'delivered', 'failed'] as const;
export type WebhookDeliveryState = (typeof webhookDeliveryStates)[number];

const PartOfKey = () =>
  PrimaryColumn({
    type: 'binary',
    length: 16,
    transformer: { to: (id: string) => bin(id), from: (id: unknown) => id },
  });

/** One event on its way to one endpoint; there is at most one such row. */
@Entity('webhook_delivery')
export class WebhookDelivery {
  @PartOfKey() eventId: Id<'event'>;
  @PartOfKey() endpointId: Id<'webhook_endpoint'>;
  @KeyColumn(60) topic: string;
  @InstantColumn() occurredAt: Date;
  /** What is sent, to the byte, at every try. */
  @Column({ type: 'mediumtext' }) body: string;
  @WordColumn(webhookDeliveryStates) state: WebhookDeliveryState;
  /** Tries since it was last asked for. */
  @CountColumn('smallint') attempts: number;
  @InstantColumn() availableAt: Date;
  @InstantColumn({ nullable: true }) leaseUntil: Date | null;
  @CountColumn() fence: number;
  @CountColumn('smallint', { nullable: true }) lastStatus: number | null;
  @InstantColumn({ nullable: true }) deliveredAt: Date | null;
  @InstantColumn() createdAt: Date;
}

/** One try to hand an event over, as it was seen from here. */
@Entity('webhook_attempt')
export class WebhookAttempt {
  @PrimaryId() id: Id<'webhook_attempt'>;
  @IdColumn() eventId: Id<'event'>;
  @IdColumn() endpointId: Id<'webhook_endpoint'>;
  @InstantColumn() at: Date;
  @CountColumn() tookMs: number;
  @WordColumn(attemptOutcomes) outcome: AttemptOutcome;
  @CountColumn('smallint', { nullable: true }) status: number | null;
  @TextColumn(300, { nullable: true }) detail: string | null;
}
