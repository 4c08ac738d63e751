import { CountColumn, InstantColumn, KeyColumn, WordColumn } from '@tandem/database';
import { Entity, PrimaryColumn } from 'typeorm';

/** What an installation can begin with. */
export const firstWishes = ['demo', 'import', 'empty'] as const;
export type FirstWish = (typeof firstWishes)[number];

export const firstRunStates = ['waiting', 'running', 'done', 'failed'] as const;
export type FirstRunState = (typeof firstRunStates)[number];

/** The one row that says somebody has set this installation up; with a demo wished for, how far that has come. */
@Entity('first_run')
export class FirstRun {
  @PrimaryColumn({ type: 'tinyint', unsigned: true }) id: number;
  @WordColumn(firstWishes) wish: FirstWish;
  @WordColumn(firstRunStates) state: FirstRunState;
  @CountColumn('tinyint') stepsDone: number;
  /** The code of what went wrong. */
  @KeyColumn(64, { nullable: true }) problem: string | null;
  @InstantColumn() askedAt: Date;
  @InstantColumn({ nullable: true }) leaseUntil: Date | null;
  @CountColumn() fence: number;
}
