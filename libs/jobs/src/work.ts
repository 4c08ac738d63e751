import type { JobDefinition } from './define-job';
import type { JobHandler } from './job-handler';

/** A job that is woken again and again; it carries nothing and decides from the rows what is to be done. */
export interface ScheduleLine {
  readonly job: JobDefinition<Record<string, never>>;
  readonly everySeconds: number;
}

/** All that a worker does: the kinds of work, who does each, and what is woken when. */
export interface Work {
  readonly jobs: readonly JobDefinition[];
  readonly handlers: readonly JobHandler[];
  readonly schedule: readonly ScheduleLine[];
}

/** Injection token of the worker's work. */
export const WORK = Symbol('work');
