import type { ScheduleLine } from '@tandem/jobs';
import { beatHeart, expireHandOffs, prune, relayOutbox, sweepDeliveries, takeImports, wakePlanner } from './jobs';

/**
 * Every clock line of the product. A line only wakes a job; what is due the job reads from the database, so that a
 * line that comes late, twice or not at all changes nothing but the moment.
 */
export const schedule: readonly ScheduleLine[] = [
  // Somebody looks at the page and waits.
  { job: takeImports, everySeconds: 1 },
  { job: relayOutbox, everySeconds: 5 },
  { job: sweepDeliveries, everySeconds: 15 },
  { job: beatHeart, everySeconds: 15 },
  { job: wakePlanner, everySeconds: 60 },
  { job: expireHandOffs, everySeconds: 60 },
  { job: prune, everySeconds: 3_600 },
];
