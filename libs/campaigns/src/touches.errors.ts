import { invalid, isRefusal, missing, refused, type Problem, type Refusal } from '@tandem/kernel';

export const noTouch = (): Problem => missing('touch.missing', 'There is no such touch.');

/** Gives back a rule's decision. What names a record that does not exist is a fault of the request, all else is not possible now. */
export function settled<T>(decision: T | Refusal): T {
  if (!isRefusal(decision)) return decision;
  const { code, detail, facts } = decision;
  if (!code.startsWith('touch.')) throw refused(code, detail, facts);
  throw invalid(code, detail, { ...facts, errors: [{ pointer: facts['pointer'], code, detail }] });
}
