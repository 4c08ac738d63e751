import type { PlainDate } from './plain-date';
import { refusal, type Refusal } from './problem';

/** May something be dated on this day? Days before the lock are closed: what belongs there is adjusted, dated today. */
export function decideOpenDay(day: PlainDate, lockedBefore: PlainDate | null, pointer: string): PlainDate | Refusal {
  if (lockedBefore === null || day >= lockedBefore) return day;
  return refusal(
    'period.locked',
    `${day} lies in a locked period: the first open day is ${lockedBefore}. Date it on or after that day, or ask the revenue officer for an adjustment.`,
    { pointer, day, firstOpenDay: lockedBefore },
  );
}
