import { dateFormat } from '../../formats/intl';

/** January first. */
export const monthNames = (locale: string): string[] =>
  Array.from({ length: 12 }, (_, month) =>
    dateFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 1)),
  );

/** Monday first: 5 January 2026 is one. */
export const dayNames = (locale: string, weekday: 'long' | 'short'): string[] =>
  Array.from({ length: 7 }, (_, day) =>
    dateFormat(locale, { weekday, timeZone: 'UTC' }).format(Date.UTC(2026, 0, 5 + day)),
  );
