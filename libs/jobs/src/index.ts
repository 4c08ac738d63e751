export { defineJob, type JobData, type JobDefinition } from './define-job';
export { Heartbeat } from './heartbeat.repository';
export { JobHandler } from './job-handler';
export { Jobs } from './jobs';
export { JobsModule, WorkModule } from './jobs.module';
export { type ScheduleLine } from './work';
export { WorkDesk } from './work-desk';
export { WorkLine } from './work-line';
export { WorkerHeartbeat } from './worker-heartbeat.entity';
