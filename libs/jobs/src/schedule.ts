import type { Config } from '@tandem/config';
import type { JobDefinition } from './define-job';
import {
  beatHeart,
  expireHandOffs,
  foldFigures,
  loadDemo,
  prune,
  relayOutbox,
  sendWebhooks,
  snapshotForecasts,
  sweepDeliveries,
  takeImports,
  takeOverLetters,
  verifyRecords,
  wakePlanner,
} from './kinds-of-work';

/** A job that is woken again and again; it carries nothing and decides from the rows what is to be done. */
export interface ScheduleLine {
  readonly job: JobDefinition<Record<string, never>>;
  readonly everySeconds: number;
}

type Paces = Pick<Config, 'MAIL_SWEEP_SECONDS' | 'WORKER_SILENCE_SECONDS'>;

/**
 * Every clock line of the product. A line only wakes a job; what is due the job reads from the database, so that a
 * line that comes late, twice or not at all changes nothing but the moment.
 */
export const schedule = ({ MAIL_SWEEP_SECONDS, WORKER_SILENCE_SECONDS }: Paces): readonly ScheduleLine[] => [
  // Somebody looks at the page and waits.
  { job: takeImports, everySeconds: 1 },
  { job: loadDemo, everySeconds: 1 },
  // Whoever asks for figures computes anew what is not folded yet.
  { job: foldFigures, everySeconds: 1 },
  { job: relayOutbox, everySeconds: 5 },
  { job: sendWebhooks, everySeconds: 5 },
  { job: takeOverLetters, everySeconds: MAIL_SWEEP_SECONDS },
  { job: sweepDeliveries, everySeconds: MAIL_SWEEP_SECONDS },
  { job: verifyRecords, everySeconds: 5 },
  { job: beatHeart, everySeconds: Math.max(1, Math.min(15, Math.floor(WORKER_SILENCE_SECONDS / 4))) },
  { job: wakePlanner, everySeconds: 60 },
  { job: expireHandOffs, everySeconds: 60 },
  { job: snapshotForecasts, everySeconds: 600 },
  { job: prune, everySeconds: 3_600 },
];
