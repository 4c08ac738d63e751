import { z } from 'zod';
import { instant } from './shapes.contract';

/** How it stands with one thing that has to work, in the reader's language. */
export const upkeepLine = z.object({
  topic: z.enum([
    'database',
    'redis',
    'workers',
    'events',
    'queues',
    'letters',
    'webhooks',
    'imports',
    'sums',
    'verification',
    'backups',
  ]),
  name: z.string(),
  /** `watch` is worth a look today; `bad` keeps people from their work or figures from being true; `unknown` could not be learned. */
  verdict: z.enum(['good', 'watch', 'bad', 'unknown']),
  found: z.string(),
  /** The moment it is about, such as since when the oldest waits; null when there is none. */
  at: instant.nullable(),
  /** What to do about it; null when there is nothing to do. */
  advice: z.string().nullable(),
  /** More of what was found, such as the jobs that failed last. */
  details: z.array(z.object({ name: z.string(), value: z.string(), at: instant.nullable() })),
});

/** How it stands with the installation: one line about each thing that has to work. */
export const upkeep = z.object({ at: instant, lines: z.array(upkeepLine) });

export type UpkeepLineWire = z.infer<typeof upkeepLine>;
export type UpkeepWire = z.infer<typeof upkeep>;
