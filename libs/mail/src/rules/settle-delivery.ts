/** What a conversation with a mail server showed. */
export interface Sighting {
  /** The server's answer that takes the message over; null when it never came. */
  readonly accepted: string | null;
  /** The last refusing status, such as 451 or 550; null when the conversation broke off without one. */
  readonly status: number | null;
  /** Whom the refusal meant: this recipient or message, or us (greeting, sign-in, sender). */
  readonly refused: 'message' | 'session' | null;
  /** The server answered 354 to DATA: from here on it may hold the message although it never said so. */
  readonly dataInvited: boolean;
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

export interface Settlement {
  readonly state: 'sent' | 'retry' | 'failed' | 'uncertain';
  /** When it may be tried next; null for never. */
  readonly tryAgainAt: Date | null;
  readonly providerResponse: string;
}

/** Minutes until the next try after each safe failure; after the last the delivery has failed. */
export const backoffMinutes = [1, 5, 15, 30, 60, 120, 240, 480, 720] as const;

/** How long an open outcome rests before its one more try: time enough for a late bounce or for a human. */
export const uncertainRestMinutes = 15;

/**
 * What became of a delivery. Only two facts decide: did the server refuse, and had it invited the data before the
 * conversation broke. Without invitation nothing was handed over and a try is safe; with it the outcome is open.
 */
export function settleDelivery(seen: Sighting, tried: Tried, now: Date): Settlement {
  const providerResponse = seen.accepted ?? seen.detail;
  if (seen.accepted !== null) return { state: 'sent', tryAgainAt: null, providerResponse };
  if (seen.status !== null) {
    const isFinal = seen.status >= 500 && seen.refused === 'message';
    return isFinal ? { state: 'failed', tryAgainAt: null, providerResponse } : later(tried, now, providerResponse);
  }
  if (!seen.dataInvited) return later(tried, now, providerResponse);
  const again = tried.mayResend && !tried.maybeDuplicate;
  return { state: 'uncertain', tryAgainAt: again ? after(now, uncertainRestMinutes) : null, providerResponse };
}

function later({ attempts }: Tried, now: Date, providerResponse: string): Settlement {
  const minutes = backoffMinutes[attempts - 1];
  if (minutes === undefined) return { state: 'failed', tryAgainAt: null, providerResponse };
  return { state: 'retry', tryAgainAt: after(now, minutes), providerResponse };
}

const after = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
