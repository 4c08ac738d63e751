import {
  CountColumn,
  DateColumn,
  IdColumn,
  InstantColumn,
  KeyColumn,
  MinorColumn,
  PrimaryId,
  TextColumn,
  WordColumn,
} from '@tandem/database';
import type { Currency, Id, PlainDate } from '@tandem/kernel';
import { Column, Entity } from 'typeorm';
import { forecastCategories, type BookingType, type ForecastCategory, type Outcome } from './rules/tracked-state';

/** One record that travels the whole funnel. */
@Entity('opportunity')
export class Opportunity {
  @PrimaryId() id: Id<'opportunity'>;
  @TextColumn(190) name: string;
  @IdColumn({ nullable: true }) accountId: Id<'account'> | null;
  @IdColumn({ nullable: true }) contactId: Id<'contact'> | null;
  @IdColumn({ nullable: true }) productId: Id<'product'> | null;
  @IdColumn() stageId: Id<'stage'>;
  /** Repeats the stage's class, so that the table itself refuses a won outcome in an open stage. */
  @WordColumn(['open', 'won']) stageClass: 'open' | 'won';
  @WordColumn(['open', 'won', 'lost', 'cancelled']) outcome: Outcome;
  @MinorColumn({ nullable: true }) amountMinor: bigint | null;
  @MinorColumn({ nullable: true }) costMinor: bigint | null;
  @Column({ type: 'char', length: 3, charset: 'ascii', collation: 'ascii_bin' }) currency: Currency;
  @DateColumn({ nullable: true }) closeDate: PlainDate | null;
  @CountColumn('tinyint', { nullable: true }) probability: number | null;
  /** What the rep calls it in the forecast; null follows its probability. */
  @WordColumn(forecastCategories, { nullable: true }) forecastCategory: ForecastCategory | null;
  @WordColumn(['new_business', 'expansion', 'renewal', 'win_back']) bookingType: BookingType;
  @IdColumn() ownerId: Id<'person'>;
  @IdColumn() teamId: Id<'team'>;
  @IdColumn({ nullable: true }) marketingOwnerId: Id<'person'> | null;
  @IdColumn({ nullable: true }) marketingTeamId: Id<'team'> | null;
  @IdColumn({ nullable: true }) sourceId: Id<'source'> | null;
  @IdColumn({ nullable: true }) campaignId: Id<'campaign'> | null;
  @TextColumn(500, { nullable: true }) nextStep: string | null;
  @DateColumn({ nullable: true }) nextStepDate: PlainDate | null;
  @KeyColumn(40, { nullable: true }) lossReason: string | null;
  @InstantColumn() createdAt: Date;
  @InstantColumn() stageEnteredAt: Date;
  /** The number of rows in its log. */
  @CountColumn() lastSeq: number;
  /** The hash of the last of them. */
  @Column({ type: 'binary', length: 32 }) logHash: Buffer;
  @CountColumn() version: number;
  /** Since when it counts nowhere, because the import that brought it was taken back. */
  @InstantColumn({ nullable: true }) undoneAt: Date | null;
}
