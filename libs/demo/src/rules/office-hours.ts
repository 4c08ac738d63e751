import { dayAt, instantOn, workdayUntil } from './calendar';

/** Between which minutes of a day people work on opportunities. */
export const firstMinute = 545;
export const lastMinute = 1070;

/** The office hour of a workday nearest before or on an instant; never before what went before, never ahead of now. */
export function byDay(wanted: Date, before: Date, now: Date): Date {
  const day = dayAt(wanted);
  const partOfDay = (wanted.getTime() - instantOn(day, 0).getTime()) / 86_400_000;
  const minutes = Math.floor(firstMinute + partOfDay * (lastMinute - firstMinute));
  const sameDay = instantOn(workdayUntil(day), minutes);
  const at = sameDay > now ? instantOn(workdayUntil(day - 1), minutes) : sameDay;
  return at > before ? at : new Date(before.getTime() + 60_000);
}
