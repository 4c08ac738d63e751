import {
  CountColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  KeyColumn,
  PrimaryId,
  TextColumn,
  WordColumn,
} from '@tandem/database';
import { locales, type Id, type Locale } from '@tandem/kernel';
import { Column, Entity } from 'typeorm';

export const deliveryStates = [
  'pending',
  'claimed',
  'sending',
  'sent',
  'uncertain',
  'retry',
  'failed',
  'cancelled',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** One letter to one person about one subject, and what became of it. */
@Entity('delivery')
export class Delivery {
  @PrimaryId() id: Id<'delivery'>;
  @KeyColumn(40) kind: string;
  @IdColumn() subjectId: Id;
  @IdColumn() personId: Id<'person'>;
  @TextColumn(190) toName: string;
  @TextColumn(320) toAddress: string;
  @WordColumn(locales) locale: Locale;
  @KeyColumn(200) messageId: string;
  @TextColumn(250, { nullable: true }) subject: string | null;
  @WordColumn(deliveryStates) state: DeliveryState;
  @CountColumn('smallint') attempts: number;
  @InstantColumn() availableAt: Date;
  @InstantColumn({ nullable: true }) leaseUntil: Date | null;
  @CountColumn() fence: number;
  @TextColumn(1000, { nullable: true }) providerResponse: string | null;
  @FlagColumn() maybeDuplicate: boolean;
  @InstantColumn({ nullable: true }) sentAt: Date | null;
  @InstantColumn() createdAt: Date;
  /** When the receiving side said that it could not deliver; null while it has not. */
  @InstantColumn({ nullable: true }) bouncedAt: Date | null;
  /** RFC 3463 status such as `5.1.1`. */
  @KeyColumn(20, { nullable: true }) bounceStatus: string | null;
  @TextColumn(500, { nullable: true }) bounceReason: string | null;
  @Column({ type: 'mediumblob', nullable: true }) mime: Buffer | null;
}
