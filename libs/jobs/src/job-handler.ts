import type { JobData, JobDefinition } from './define-job';

/** Does one kind of work; one class a job. It must leave alone what is already done. */
export abstract class JobHandler<Data extends JobData = JobData> {
  abstract readonly job: JobDefinition<Data>;
  abstract run(data: Data): Promise<void>;
}
