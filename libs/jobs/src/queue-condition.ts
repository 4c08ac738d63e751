import type { Job } from 'bullmq';
import type { QueueName } from './define-job';
import { visitQueues, visitRedis, type Whereabouts } from './redis-visit';

/** How much of one queue waits, is being done, or came to nothing within the last week. */
export interface QueueSighting {
  readonly name: QueueName;
  readonly waiting: number;
  readonly underWay: number;
  readonly failed: number;
}

/** A job that threw. Its rows are found again by the next sweep, so it is nothing to be queued anew by hand. */
export interface FailedJob {
  /** The kind of work, such as `send-delivery`. */
  readonly name: string;
  readonly at: Date;
  readonly reason: string;
}

export interface QueuesSighting {
  readonly queues: readonly QueueSighting[];
  /** The newest of those that failed, newest first. */
  readonly failures: readonly FailedJob[];
}

const mostFailures = 10;
const longestReason = 300;

/** Counts what stands in the queues and reads what failed last; throws when Redis cannot be reached. It changes nothing there. */
export const lookAtQueues = (config: Whereabouts): Promise<QueuesSighting> =>
  visitRedis(config, async (redis) => {
    const queues: QueueSighting[] = [];
    const failures: FailedJob[] = [];
    await visitQueues(redis, config.QUEUE_PREFIX, async (queue) => {
      queues.push({
        name: queue.name as QueueName,
        waiting: await queue.getWaitingCount(),
        underWay: await queue.getActiveCount(),
        failed: await queue.getFailedCount(),
      });
      failures.push(...(await queue.getFailed(0, mostFailures - 1)).map(failedJob));
    });
    failures.sort((one, other) => other.at.getTime() - one.at.getTime());
    return { queues, failures: failures.slice(0, mostFailures) };
  });

const failedJob = ({ name, finishedOn, timestamp, failedReason }: Job): FailedJob => ({
  name,
  at: new Date(finishedOn ?? timestamp),
  reason: (failedReason ?? '').split('\n', 1)[0]?.slice(0, longestReason) ?? '',
});
