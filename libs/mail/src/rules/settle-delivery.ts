/** What a conversation with a mail server showed. */
export interface Sighting {
  /** The server's answer that takes the message over; null when it never came. */
  readonly accepted: string | null;
  /** The last refusing status, such as 451 or 550; null when the conversation broke off without one. */
  readonly status: number | null;
  /** Whom the refusal meant: this recipient or message, or us (greeting, sign-in, sender). */
  readonly refused: 'message' | 'session' | null;
  /** The letter had begun to leave: from here on the server may hold it although it never said so. */
  readonly handedOver: boolean;
  readonly detail: string;
}

/** What is known of a delivery when it is settled. */
export interface Tried {
  /** Tries so far, this one included. */
  readonly attempts: number;
  /** It was sent a second time after an open outcome. */
  readonly maybeDuplicate: boolean;
  /** Whether an open outcome may be followed by one more try at all. */
  readonly mayResend: boolean;
}

/** How long a letter waits for its next try. */
export interface Patience {
  /** Seconds until the next try after each safe failure; after the last the delivery has failed. */
  readonly retrySeconds: readonly number[];
  /** Seconds an open outcome rests before its one more try: time enough for a late bounce or for a human. */
  readonly restSeconds: number;
}

export interface Settlement {
  readonly state: 'sent' | 'retry' | 'failed' | 'uncertain';
  /** When it may be tried next; null for never. */
  readonly tryAgainAt: Date | null;
  readonly providerResponse: string;
}

/** Whether nobody can know if the letter arrived: it had begun to leave, and no answer to it came. */
export const isOpen = ({ accepted, status, handedOver }: Sighting): boolean =>
  accepted === null && status === null && handedOver;

/**
 * What became of a delivery. Only two facts decide: did the server refuse, and had the letter begun to leave before the
 * conversation broke. If not, a try is safe; if so, the outcome is open.
 */
export function settleDelivery(seen: Sighting, tried: Tried, patience: Patience, now: Date): Settlement {
  const providerResponse = seen.accepted ?? seen.detail;
  if (seen.accepted !== null) return { state: 'sent', tryAgainAt: null, providerResponse };
  if (isOpen(seen)) {
    const again = tried.mayResend && !tried.maybeDuplicate;
    return { state: 'uncertain', tryAgainAt: again ? after(now, patience.restSeconds) : null, providerResponse };
  }
  if (seen.status !== null && seen.status >= 500 && seen.refused === 'message')
    return { state: 'failed', tryAgainAt: null, providerResponse };
  return { ...tryLater(tried.attempts, patience, now), providerResponse };
}

/** When a letter that certainly was not sent is tried again; it has failed when it was tried often enough. */
export function tryLater(
  attempts: number,
  { retrySeconds }: Patience,
  now: Date,
): { readonly state: 'retry' | 'failed'; readonly tryAgainAt: Date | null } {
  const seconds = retrySeconds[attempts - 1];
  return seconds === undefined
    ? { state: 'failed', tryAgainAt: null }
    : { state: 'retry', tryAgainAt: after(now, seconds) };
}

const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1_000);
