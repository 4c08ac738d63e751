const days = 7;
const day = 86_400_000;

/** What is known of an import that somebody wants to take back. */
export interface EndedRun {
  readonly dryRun: boolean;
  readonly state: 'waiting' | 'running' | 'paused' | 'done' | 'failed';
  readonly finishedAt: Date | null;
}

/**
 * Until when an import may be taken back: seven days from its end, and any time while it is paused. Null while it is at work, and of a
 * trial, which brought nothing.
 */
export function undoUntil({ dryRun, state, finishedAt }: EndedRun, now: Date): Date | null {
  if (dryRun || state === 'waiting' || state === 'running') return null;
  return new Date((finishedAt ?? now).getTime() + days * day);
}

/** What ended before this cannot be taken back any more. */
export const undoableSince = (now: Date): Date => new Date(now.getTime() - days * day);
