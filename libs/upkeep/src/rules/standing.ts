/** All that was gathered about the installation at one moment. */
export interface Standing {
  readonly now: Date;
  readonly database: { readonly version: string; readonly tookMs: number };
  /** Null when it does not answer. */
  readonly redis: RedisStanding | null;
  /** Null when Redis does not answer. */
  readonly queues: QueuesStanding | null;
  /** Every worker that was heard of within a day, the latest sign of life first. */
  readonly workers: readonly WorkerStanding[];
  readonly events: { readonly waiting: number; readonly oldest: Date | null };
  readonly letters: LettersStanding;
  readonly webhooks: WebhooksStanding;
  readonly imports: ImportsStanding;
  readonly sums: SumsStanding;
  readonly verification: VerificationStanding;
}

export interface RedisStanding {
  readonly version: string;
  readonly role: string;
  /** Null where Redis keeps it to itself. */
  readonly maxmemoryPolicy: string | null;
  readonly logIsWritten: boolean;
  readonly evicted: number;
}
export interface QueuesStanding {
  readonly queues: readonly {
    readonly name: string;
    readonly waiting: number;
    readonly underWay: number;
    readonly failed: number;
  }[];
  readonly failures: readonly { readonly name: string; readonly at: Date; readonly reason: string }[];
}
export interface WorkerStanding {
  readonly name: string;
  readonly beatAt: Date;
  readonly startedAt: Date;
}
export interface LettersStanding {
  /** Since when the oldest that could go waits. */
  readonly oldest: Date | null;
  readonly uncertain: number;
  /** Given up within the last week. */
  readonly failed: number;
  /** Sent within the last week. */
  readonly sent: number;
}
export interface WebhooksStanding {
  readonly endpoints: number;
  /** Addresses whose every try has failed for an hour, or that were ended by it. */
  readonly failing: readonly string[];
  readonly oldest: Date | null;
}
export interface ImportsStanding {
  readonly latest: { readonly state: 'waiting' | 'running' | 'done' | 'failed'; readonly at: Date } | null;
  /** Since when an import waits that nobody works on. */
  readonly stuck: Date | null;
}
export interface SumsStanding {
  readonly state: 'none' | 'building' | 'ready';
  readonly built: number;
  readonly total: number;
  readonly waiting: number;
  readonly waitsSince: Date | null;
  readonly isBehind: boolean;
}
export interface VerificationStanding {
  /** The newest that came to an end by itself. */
  readonly latest: { readonly state: 'done' | 'failed'; readonly at: Date; readonly violations: number } | null;
  readonly isRunning: boolean;
}
