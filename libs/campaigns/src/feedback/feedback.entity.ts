import { CountColumn, DateColumn, IdColumn, InstantColumn, PrimaryId, TextColumn, WordColumn } from '@tandem/database';
import type { Id, PlainDate } from '@tandem/kernel';
import { Entity } from 'typeorm';
import { feedbackAbouts, type FeedbackAbout } from './feedback';

/**
 * What somebody of one side says of the other. Without an author there is no time and the id is drawn by chance: both would lead to
 * who was here just then.
 */
@Entity('feedback')
export class Feedback {
  @PrimaryId() id: Id<'feedback'>;
  @WordColumn(feedbackAbouts) about: FeedbackAbout;
  /** The Monday of the week it was given in. */
  @DateColumn() weekStart: PlainDate;
  @IdColumn({ nullable: true }) handOffId: Id<'hand_off'> | null;
  /** 1 of a week as a whole, null of a hand-off: a unique key over it lets an author speak once. */
  @CountColumn('tinyint', { nullable: true }) weekMark: number | null;
  @CountColumn('tinyint') score: number;
  @TextColumn(500, { nullable: true }) comment: string | null;
  @IdColumn({ nullable: true }) authorId: Id<'person'> | null;
  @InstantColumn({ nullable: true }) givenAt: Date | null;
  @CountColumn() version: number;
}
