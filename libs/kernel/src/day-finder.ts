import { addDays, date, type PlainDate } from './plain-date';
import { startOfDay, type Zone } from './zone';

const dayMs = 86_400_000;

/**
 * Finds the local day of an instant (milliseconds), like `localDate`, for whoever asks millions of times: zone arithmetic is
 * done once a day and not once a question.
 */
export function dayFinder(zone: Zone): (instant: number) => PlainDate {
  const starts = new Map<number, number>();
  const startOf = (day: number): number => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const start = startOfDay(dayAt(day), zone).getTime();
    starts.set(day, start);
    return start;
  };
  return (instant) => {
    let day = Math.floor(instant / dayMs);
    // No zone is a whole day away from UTC, so it is this day of UTC, the one before or the one after.
    while (instant < startOf(day)) day--;
    while (instant >= startOf(day + 1)) day++;
    return dayAt(day);
  };
}

const epoch = date('1970-01-01');
const days = new Map<number, PlainDate>();

function dayAt(number: number): PlainDate {
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = addDays(epoch, number);
  days.set(number, day);
  return day;
}
