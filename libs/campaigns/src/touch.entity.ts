import { IdColumn, InstantColumn, PrimaryId, WordColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity } from 'typeorm';
import { callOutcomes, touchKinds, touchSides, type CallOutcome, type TouchKind, type TouchSide } from './touch';

/** One contact of either side with a buyer, append-only; `at` is when it happened, `recordedAt` when we learned it. */
@Entity('touch')
export class Touch {
  @PrimaryId() id: Id<'touch'>;
  @IdColumn({ nullable: true }) opportunityId: Id<'opportunity'> | null;
  @IdColumn({ nullable: true }) accountId: Id<'account'> | null;
  /** Null of a logged call only: attribution shares nothing out to it. */
  @IdColumn({ nullable: true }) sourceId: Id<'source'> | null;
  @IdColumn({ nullable: true }) campaignId: Id<'campaign'> | null;
  @WordColumn(touchSides) side: TouchSide;
  @WordColumn(touchKinds) kind: TouchKind;
  @InstantColumn() at: Date;
  @InstantColumn() recordedAt: Date;
  @IdColumn({ nullable: true }) actorId: Id<'person'> | null;
  /** How a logged call went; null of every other touch. */
  @WordColumn(callOutcomes, { nullable: true }) outcome: CallOutcome | null;
}
