import { inOrder } from '../exact';
import type { History } from './history';

/** What the organisation had chosen for a purpose by a day: of several the one that begins last, then the one recorded last; null before any. */
export function findChoice({ choices }: History, purpose: string, day: string): string | null {
  const inForce = choices.filter((choice) => choice.purpose === purpose && choice.validFrom <= day);
  const [chosen] = inOrder(inForce, (one, other) => {
    if (one.validFrom !== other.validFrom) return one.validFrom > other.validFrom;
    const [at, otherAt] = [one.recordedAt.getTime(), other.recordedAt.getTime()];
    return at > otherAt || (at === otherAt && one.id > other.id);
  });
  return chosen?.definition ?? null;
}
