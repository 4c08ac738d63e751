import { refusal, type PlainDate, type Refusal } from '@tandem/kernel';

/** A row that would date something into a locked period is left out: what belongs there is adjusted by hand. */
export const refuseLocked = (earliest: PlainDate | null, lockedBefore: PlainDate | null): Refusal | null =>
  earliest !== null && lockedBefore !== null && earliest < lockedBefore
    ? refusal(
        'import.period_locked',
        `The row is about ${earliest}, and everything before ${lockedBefore} is locked: have it adjusted, or opened for the import.`,
        { day: earliest, firstOpenDay: lockedBefore },
      )
    : null;
