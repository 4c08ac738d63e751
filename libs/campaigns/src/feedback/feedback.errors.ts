import { forbidden, isRefusal, missing, refused, stale, type Problem, type Refusal } from '@tandem/kernel';

/** Somebody else's and none at all are the same to whoever asks. */
export const noFeedback = (): Problem => missing('feedback.missing', 'There is no such feedback of yours.');

export const givenAlready = (): Problem =>
  refused(
    'feedback.given_already',
    'You have said something about this already. Take that back first to say something else.',
  );

export const weekOver = (): Problem =>
  refused('feedback.week_over', 'The week it was given in is over and its average is told, so it stays.');

export const feedbackChanged = (seen: number, version: number): Problem =>
  stale('feedback.changed', 'This feedback was changed meanwhile. Look at it again.', { seen, version });

const doors: readonly string[] = ['feedback.other_side', 'feedback.not_party'];

/** Gives back a rule's decision: what is not one's business is forbidden, all else is not possible now. */
export function settled<T>(decision: T | Refusal): T {
  if (!isRefusal(decision)) return decision;
  const { code, detail, facts } = decision;
  throw doors.includes(code) ? forbidden(code, detail, facts) : refused(code, detail, facts);
}
