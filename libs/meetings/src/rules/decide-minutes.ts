import { refusal, type Refusal } from '@tandem/kernel';

/** Minutes tell of a meeting that took place: one that was run, or that its chair closed. Sending them closes it. */
export function decideMinutes({
  state,
  startedAt,
}: {
  readonly state: 'composed' | 'held';
  readonly startedAt: Date | null;
}): { readonly state: 'held' } | Refusal {
  if (state === 'composed' && startedAt === null)
    return refusal('agenda.not_begun', 'This meeting has not begun yet, so there are no minutes to send.');
  return { state: 'held' };
}
