import type { Id } from '@tandem/kernel';
import type { Progress, VerificationReport } from './report';

/** Why a run ended without a report. */
export type RunProblem = 'stopped' | 'unexpected';

/** A verification as people see it. */
export interface RunView {
  readonly id: Id<'verification_run'>;
  /** `waiting` until a worker takes it. */
  readonly state: 'waiting' | 'running' | 'done' | 'stopped' | 'failed';
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  /** Null before it is taken and once it is over. */
  readonly progress: Progress | null;
  /** Null while it runs, and when it ended without one. */
  readonly report: VerificationReport | null;
}
