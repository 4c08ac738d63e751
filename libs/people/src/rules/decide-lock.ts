import { refusal, type PlainDate, type Refusal } from '@tandem/kernel';

/** May everything before this day be locked? Today stays open, because reversals and adjustments are dated today; a lock may be moved back. */
export function decideLock(
  lockedBefore: PlainDate,
  { present, today }: { readonly present: PlainDate | null; readonly today: PlainDate },
): PlainDate | Refusal {
  const pointer = '/lockedBefore';
  if (lockedBefore > today) {
    return refusal('period_lock.ahead', `Today stays open: lock everything before ${today} at the latest.`, {
      pointer,
      latest: today,
    });
  }
  if (lockedBefore === present) {
    return refusal('period_lock.unchanged', `Everything before ${lockedBefore} is locked already.`, {
      pointer,
      lockedBefore,
    });
  }
  return lockedBefore;
}
