import type { QueueOptions } from 'bullmq';
import type { QueueName } from './define-job';

/** The queue of the schedule and of all work that has no queue of its own; the prefix keeps installations on one Redis apart. */
export const queueName: QueueName = 'work';
export const queueNames: readonly QueueName[] = [queueName, 'letters'];

/** Finished jobs are kept for an hour to look at, failed ones for a week; the rows in the database are kept anyway. */
export const queueOptions = (prefix: string): Omit<QueueOptions, 'connection'> => ({
  prefix,
  defaultJobOptions: {
    attempts: 1,
    removeOnComplete: { age: 3_600, count: 1_000 },
    removeOnFail: { age: 7 * 86_400, count: 5_000 },
  },
  streams: { events: { maxLen: 1_000 } },
});
