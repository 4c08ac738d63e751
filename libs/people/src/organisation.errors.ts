import { stale } from '@tandem/kernel';

/** Somebody else changed the settings first. */
export const calendarChanged = (current: unknown) =>
  stale(
    'organisation.changed',
    'Somebody changed these settings meanwhile. Look at them again before you change them.',
    {
      current,
    },
  );
