import type { AttemptOutcome } from './rules/settle-attempt';

/** What was seen of one try. */
export interface Seen {
  readonly outcome: AttemptOutcome;
  readonly status: number | null;
  /** The beginning of the answer, or why there was none; for administrators only. */
  readonly detail: string | null;
  readonly retryAfterSeconds: number | null;
  readonly tookMs: number;
}

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How an event leaves the house. It tells what it saw and never throws. */
export abstract class WebhookTransport {
  abstract post(post: Post): Promise<Seen>;
}
