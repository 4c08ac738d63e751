import { addDays, startOfDay, type PlainDate, type Zone } from '@tandem/kernel';

/** The last millisecond of a local day. Days are few and zone arithmetic is not free, so each is worked out once. */
export function lastMillisecondIn(zone: Zone): (day: PlainDate) => number {
  const ends = new Map<PlainDate, number>();
  return (day) => {
    const known = ends.get(day);
    if (known !== undefined) return known;
    const end = startOfDay(addDays(day, 1), zone).getTime() - 1;
    ends.set(day, end);
    return end;
  };
}
