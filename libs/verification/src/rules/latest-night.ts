import { addDays, instantAt, localDate, type Zone } from '@tandem/kernel';

/** When everybody sleeps, on the wall of the organisation. */
const nightly = '03:00';

/** The latest moment, not after `now`, at which the nightly verification was due. */
export function latestNight(now: Date, zone: Zone): Date {
  const today = localDate(now, zone);
  const tonight = instantAt(today, nightly, zone);
  return tonight <= now ? tonight : instantAt(addDays(today, -1), nightly, zone);
}

/** The next one after `now`. */
export function nextNight(now: Date, zone: Zone): Date {
  const today = localDate(now, zone);
  const tonight = instantAt(today, nightly, zone);
  return tonight > now ? tonight : instantAt(addDays(today, 1), nightly, zone);
}
