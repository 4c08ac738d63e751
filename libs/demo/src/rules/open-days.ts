import { monthOf, weekday, type DayNumber } from './calendar';
import type { Draw } from './draw';

/** How busy each month is: lunar new year is quiet, the ends of the half-years are not. */
const season = [0.9, 0.62, 1.12, 1, 1.1, 1.08, 0.95, 0.95, 1.15, 1.1, 1.18, 0.95];

/** On which working days `count` opportunities open between two days, oldest first; the firm grows by a percent a month. */
export function openDays(
  draw: Draw,
  count: number,
  { from, until }: { readonly from: DayNumber; readonly until: DayNumber },
): DayNumber[] {
  const days: (readonly [DayNumber, number])[] = [];
  let sum = 0;
  for (let day = from; day <= until; day++) {
    if (weekday(day) > 5) continue;
    sum += (season[monthOf(day) - 1] ?? 1) * 1.01 ** ((day - from) / 30);
    days.push([day, sum]);
  }
  const drawn = Array.from({ length: count }, () => draw.share() * sum).sort((one, other) => one - other);
  let place = 0;
  return drawn.map((wanted) => {
    while (place < days.length - 1 && (days[place]?.[1] ?? sum) < wanted) place++;
    return days[place]?.[0] ?? until;
  });
}
