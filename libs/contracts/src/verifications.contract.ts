import { z } from 'zod';
import { id, instant } from './shapes.contract';

/** One law of the records, and whether it holds. */
export const verdict = z.object({
  /** As `tandem verify --only` takes it, such as `I5` or `I14-bookings`. */
  check: z.string(),
  /** What must be true, in the reader's language. */
  law: z.string(),
  /** What to do when it is not. */
  advice: z.string(),
  /** Rows looked at. */
  looked: z.int(),
  /** Rows that do not fit; 0 when the law holds. */
  violations: z.int(),
  /** The first twenty of them, each by what finds it again, such as `opportunityId` and `seq`. */
  examples: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
});

/** One verification of everything that is kept. */
export const verificationRun = z.object({
  id,
  /** `waiting` until a worker takes it, `stopped` by somebody, `failed` when it could not be done. */
  state: z.enum(['waiting', 'running', 'done', 'stopped', 'failed']),
  startedAt: instant,
  finishedAt: instant.nullable(),
  /** How far it has come, in steps of about equal work; null unless it runs. */
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  /** Rows that do not fit, over all laws; null without a report. */
  violations: z.int().nullable(),
  /** Rows looked at, over all laws; null without a report. */
  looked: z.int().nullable(),
  /** How long it took, in seconds; null without a report. */
  seconds: z.number().nullable(),
  /** Null without a report, and in lists. */
  verdicts: z.array(verdict).nullable(),
});
export const verificationRunList = z.object({ items: z.array(verificationRun) });

/** How it stands with the records, and who looks after them. */
export const health = z.object({
  /** The verification that waits or is at work; null when none is. */
  running: verificationRun.nullable(),
  /** The newest that came to an end by itself; null before the first. */
  latest: verificationRun.nullable(),
  worker: z.object({
    /** When a worker last showed that it lives; null when none ever did. */
    seenAt: instant.nullable(),
    isAlive: z.boolean(),
  }),
  /** When the next one begins by itself. */
  nextAt: instant,
  /** How it stands with the sums that figures are read from. */
  figures: z.object({
    /** `building` while all are made anew; figures are counted from the records meanwhile. `none` before the first were made. */
    state: z.enum(['none', 'building', 'ready']),
    /** Opportunities that are in the sums, and how many there are. */
    built: z.int(),
    total: z.int(),
    /** Changes that wait to be counted in. */
    waiting: z.int(),
    /** Since when the oldest has; null when none does. */
    waitsSince: instant.nullable(),
    /** More than 10,000 wait, or one for more than a minute, although a worker lives. */
    isBehind: z.boolean(),
  }),
});

export type VerdictWire = z.infer<typeof verdict>;
export type VerificationRunWire = z.infer<typeof verificationRun>;
export type HealthWire = z.infer<typeof health>;
