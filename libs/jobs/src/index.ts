export { AgreedClock } from './agreed-clock';
export { defineJob, type JobData, type JobDefinition } from './define-job';
export { Heartbeat } from './heartbeat.repository';
export { JobHandler } from './job-handler';
export { Jobs } from './jobs';
export {
  beatHeart,
  expireHandOffs,
  foldFigures,
  kindsOfWork,
  loadDemo,
  prune,
  relayOutbox,
  sendDelivery,
  sendWebhooks,
  snapshotForecasts,
  sweepDeliveries,
  takeImports,
  takeOverLetters,
  verifyRecords,
  wakePlanner,
} from './kinds-of-work';
export { JobsModule, WorkModule } from './jobs.module';
export { lookAtQueues, type FailedJob, type QueueSighting, type QueuesSighting } from './queue-condition';
export { lookAtRedis, type RedisSighting } from './redis-condition';
export { Queues } from './queues';
export { schedule, type ScheduleLine } from './schedule';
export { ScheduleKeeper } from './schedule-keeper';
export { Watchdog } from './watchdog';
export { WorkDesk } from './work-desk';
export { WorkLine } from './work-line.service';
export { WorkerHeartbeat } from './worker-heartbeat.entity';
