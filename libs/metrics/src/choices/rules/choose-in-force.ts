import type { PlainDate } from '@tandem/kernel';

/** A choice as far as it says when it holds. */
export interface DatedChoice {
  readonly validFrom: PlainDate;
  /** Milliseconds of the instant it was recorded. */
  readonly recordedAt: number;
  readonly id: string;
}

/**
 * The choice in force on a day: of those that hold by then the one that begins last; of two that begin on one day the one recorded
 * last. Null before the first. Unit: none. Source: the choices of one purpose, as they were known.
 */
export function chooseInForce<Choice extends DatedChoice>(choices: readonly Choice[], day: PlainDate): Choice | null {
  let found: Choice | null = null;
  for (const choice of choices) {
    if (choice.validFrom <= day && (found === null || isLater(choice, found))) found = choice;
  }
  return found;
}

function isLater(one: DatedChoice, other: DatedChoice): boolean {
  if (one.validFrom !== other.validFrom) return one.validFrom > other.validFrom;
  if (one.recordedAt !== other.recordedAt) return one.recordedAt > other.recordedAt;
  return one.id > other.id;
}
