import { CountColumn, InstantColumn, JsonColumn, PrimaryId, WordColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity } from 'typeorm';

export const runStates = ['running', 'done', 'failed'] as const;

/** One verification of everything that is kept: taken by one worker at a time, and reported on. */
@Entity('verification_run')
export class VerificationRun {
  @PrimaryId() id: Id<'verification_run'>;
  @WordColumn(runStates) state: (typeof runStates)[number];
  @InstantColumn() startedAt: Date;
  @InstantColumn({ nullable: true }) finishedAt: Date | null;
  @JsonColumn() progress: unknown;
  @JsonColumn({ nullable: true }) report: unknown;
  /** Rows that do not fit, over all checks; null while it runs or when it could not be done. */
  @CountColumn('int', { nullable: true }) violations: number | null;
  /** Whose run it is ends here; null while nobody has taken it. */
  @InstantColumn({ nullable: true }) leaseUntil: Date | null;
}
