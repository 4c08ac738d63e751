import { finding, type Finding } from './finding';
import { judgeImports, judgeSums, judgeVerification } from './judge-records';
import { judgeDatabase, judgeQueues, judgeRedis, judgeWorkers, livingWorkers } from './judge-servers';
import { judgeEvents, judgeLetters, judgeWebhooks } from './judge-traffic';
import type { Standing } from './standing';

/** One line about each thing that has to work, whatever else is off. */
export function judgeStanding(standing: Standing): Finding[] {
  const { now, database, redis, queues, workers, events, letters, webhooks, imports, sums, verification } = standing;
  const isWorkerAlive = livingWorkers(workers, now).length > 0;
  return [
    judgeDatabase(database),
    judgeRedis(redis),
    judgeWorkers(workers, now),
    judgeEvents(events, now),
    judgeQueues(queues),
    judgeLetters(letters, now),
    judgeWebhooks(webhooks, now),
    judgeImports(imports, now),
    judgeSums(sums, isWorkerAlive),
    judgeVerification(verification, now),
    // The product takes none itself, and cannot see those that are taken.
    finding('backups', 'unknown', 'elsewhere'),
  ];
}
