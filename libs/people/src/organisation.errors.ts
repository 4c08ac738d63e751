import { stale } from '@tandem/kernel';

/** A person's record changed first: their language in another window, say. */
export const cardChanged = (seen: number, version: number | null) =>
  stale(
    'person.changed',
    `Your record was changed meanwhile: it is at version ${version}, you saw ${seen}. Look at it again.`,
    {
      seen,
      version,
    },
  );

/** Somebody else changed the settings first. */
export const calendarChanged = (current: unknown) =>
  stale(
    'organisation.changed',
    'Somebody changed these settings meanwhile. Look at them again before you change them.',
    {
      current,
    },
  );
