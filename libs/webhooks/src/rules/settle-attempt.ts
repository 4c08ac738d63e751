/** What became of one try: a 2xx answer, another answer, or none. */
export const attemptOutcomes = [
  'delivered',
  'refused',
  'redirected',
  'timed_out',
  'unreachable',
  'private_address',
] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

export interface Tried {
  readonly outcome: AttemptOutcome;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** Retry-After of an answer that asks for patience; null without one. */
  readonly retryAfterSeconds: number | null;
  /** Tries so far, this one included. */
  readonly attempts: number;
  /** Since when every try to this endpoint has failed; null when the last one went well. */
  readonly failingSince: Date | null;
}

export interface AttemptSettlement {
  readonly state: 'delivered' | 'pending' | 'failed';
  /** Null when it is not tried again by itself. */
  readonly tryAgainAt: Date | null;
  readonly failingSince: Date | null;
  /** Why the endpoint gets nothing more until somebody looks; null when it goes on. */
  readonly disableFor: 'gone' | 'failing' | null;
}

/** Seconds from one try to the next, as Standard Webhooks advises: ten tries within a little more than three days. */
export const retrySeconds = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

const patienceDays = 5;
const longestRetryAfter = 86_400;
const gone = 410;

/** What follows from a try. Nothing but 2xx counts as delivered; 410 says that nobody wants events there any more. */
export function settleAttempt(tried: Tried, now: Date): AttemptSettlement {
  if (tried.outcome === 'delivered') {
    return { state: 'delivered', tryAgainAt: null, failingSince: null, disableFor: null };
  }
  const failingSince = tried.failingSince ?? now;
  if (tried.status === gone) return { state: 'failed', tryAgainAt: null, failingSince, disableFor: 'gone' };
  const isHopeless = now.getTime() - failingSince.getTime() >= patienceDays * 86_400_000;
  const seconds = retrySeconds[tried.attempts - 1];
  return {
    state: seconds === undefined ? 'failed' : 'pending',
    tryAgainAt: seconds === undefined ? null : new Date(now.getTime() + waitOf(seconds, tried) * 1_000),
    failingSince,
    disableFor: isHopeless ? 'failing' : null,
  };
}

/** Answers that speak of the receiver although their number blames the request: too slow, gone, and too many. */
const ofTheReceiver: ReadonlySet<number> = new Set([408, gone, 429]);

/**
 * Whether a try failed because of the receiver, so that the next event would fare no better; any other 4xx answer refuses
 * this one event.
 */
export function meansTheReceiver({ outcome, status }: Pick<Tried, 'outcome' | 'status'>): boolean {
  if (outcome === 'delivered') return false;
  const isClientError = outcome === 'refused' && status !== null && status >= 400 && status < 500;
  return !isClientError || ofTheReceiver.has(status);
}

/** Whoever asks for patience gets it, for at most a day. */
const waitOf = (seconds: number, { status, retryAfterSeconds }: Tried): number =>
  status === 429 || status === 503 ? Math.max(seconds, Math.min(retryAfterSeconds ?? 0, longestRetryAfter)) : seconds;
