import type { JobDefinition } from './define-job';
import type { JobHandler } from './job-handler';
import type { ScheduleLine } from './schedule';

/** All that a worker does: the kinds of work, who does each, and what is woken when. */
export interface Work {
  readonly jobs: readonly JobDefinition[];
  readonly handlers: readonly JobHandler[];
  readonly schedule: readonly ScheduleLine[];
}

/** Injection token of the worker's work. */
export const WORK = Symbol('work');
