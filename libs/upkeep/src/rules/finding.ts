/** What an administrator is told about, in the order of how much hangs on it. */
export const topics = [
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
] as const;
export type Topic = (typeof topics)[number];

/** `watch` is worth a look today; `bad` keeps people from their work or figures from being true; `unknown` could not be learned. */
export type Verdict = 'good' | 'watch' | 'bad' | 'unknown';

/** One fact more, for whoever opens the line. */
export interface Detail {
  readonly name: string;
  readonly value: string;
  readonly at: Date | null;
}

/** How it stands with one thing. */
export interface Finding {
  readonly topic: Topic;
  readonly verdict: Verdict;
  /** Which of the sentences about this topic says it. */
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  /** The moment it is about, such as since when the oldest waits. */
  readonly at: Date | null;
  readonly details: readonly Detail[];
}

interface More {
  readonly facts?: Finding['facts'];
  readonly at?: Date | null;
  readonly details?: readonly Detail[];
}

export const finding = (
  topic: Topic,
  verdict: Verdict,
  code: string,
  { facts = {}, at = null, details = [] }: More = {},
): Finding => ({ topic, verdict, code, facts, at, details });

const minuteMs = 60_000;

/** Due for less than a minute is on its way; for more than five nobody seems to take it. */
export function judgeWaiting(since: Date | null, now: Date): 'good' | 'watch' | 'bad' {
  const waited = since ? now.getTime() - since.getTime() : 0;
  if (waited < minuteMs) return 'good';
  return waited < 5 * minuteMs ? 'watch' : 'bad';
}
