import { CountColumn, IdColumn, InstantColumn, JsonColumn, PrimaryId, TextColumn, WordColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Column, Entity } from 'typeorm';

export const endpointStates = ['enabled', 'disabled', 'removed'] as const;
export const disabledFor = ['by_hand', 'gone', 'failing'] as const;
export type EndpointState = (typeof endpointStates)[number];
export type DisabledFor = (typeof disabledFor)[number];

/** Where outsiders want to hear of events, and what our signature is made with. */
@Entity('webhook_endpoint')
export class WebhookEndpoint {
  @PrimaryId() id: Id<'webhook_endpoint'>;
  @TextColumn(2000) url: string;
  @TextColumn(190, { nullable: true }) description: string | null;
  @JsonColumn() events: readonly string[];
  @WordColumn(endpointStates) state: EndpointState;
  /** Who or what ended it: somebody, an answer 410, or five days without a success. */
  @WordColumn(disabledFor, { nullable: true }) disabledFor: DisabledFor | null;
  @Column({ type: 'varbinary', length: 200 }) secret: Buffer;
  @Column({ type: 'varbinary', length: 200, nullable: true }) oldSecret: Buffer | null;
  @InstantColumn({ nullable: true }) oldSecretUntil: Date | null;
  @InstantColumn({ nullable: true }) failingSince: Date | null;
  @InstantColumn() createdAt: Date;
  @IdColumn({ nullable: true }) createdById: Id<'person'> | null;
  @CountColumn() version: number;
}
