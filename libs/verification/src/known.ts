import type { Id, PlainDate } from '@tandem/kernel';
import type { LedgerDifference } from '@tandem/metrics';

/** What checks need to know before they look at rows. */
export interface Known {
  readonly now: Date;
  /** Histories of the demo company were never told to anybody: what was recorded up to here is only there. Null without a demo. */
  readonly demoUntil: Date | null;
  /** Since when the audit trail goes; what was here before was removed with everything it told of. Null when it is empty. */
  readonly toldSince: Date | null;
  /** Every lock of a period there was, the newest first. */
  readonly locks: readonly KnownLock[];
  readonly wonStages: readonly Id<'stage'>[];
  /** A worker lives and has lived for five minutes, so nothing may be left undone. */
  readonly isWorkerHealthy: boolean;
  /** How often a letter may be tried: each wait is followed by a try, and an open outcome by one more. */
  readonly mostTries: number;
  /** Compares the sums of figures with the records, in a view of its own; null while there are none. */
  readonly compareSums: () => Promise<readonly LedgerDifference[] | null>;
}

/** From a moment on, nothing was to be dated before a day. */
export interface KnownLock {
  readonly lockedAt: Date;
  readonly lockedBefore: PlainDate;
  /** When that day begins where the organisation reports. */
  readonly firstOpen: Date;
}
