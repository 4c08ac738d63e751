import { beginOf, dayIn, plusDays } from '../calendar';
import type { History } from '../history/history';

/** Hours of some days of the week in a zone, and days off. */
export interface WorkTime {
  readonly zone: string;
  readonly opens: string;
  readonly closes: string;
  /** Bits from Monday on. */
  readonly weekdays: number;
  readonly holidays: readonly string[];
}

/** The calendar of a team; without one of its own Monday to Friday, nine to six, in the organisation's zone. */
export function workTimeOf({ teams, calendars, holidays, organisation }: History, teamId: string): WorkTime {
  const calendarId = teams.find(({ id }) => id === teamId)?.calendarId;
  const own = calendars.find(({ id }) => id === calendarId);
  if (own)
    return {
      ...own,
      holidays: holidays.filter((row) => row.calendarId === own.id).map(({ holiday }) => holiday),
    };
  return { zone: organisation[0]?.zone ?? 'UTC', opens: '09:00', closes: '18:00', weekdays: 0b1_1111, holidays: [] };
}

const [minuteMs, hourMs] = [60_000, 3_600_000];

/** Working minutes between two instants, day by day. */
export function minutesWorked(work: WorkTime, from: number, until: number): number {
  let worked = 0;
  for (let day = dayIn(work.zone, from); day <= dayIn(work.zone, until); day = plusDays(day, 1)) {
    const [opens, closes] = hoursOf(work, day);
    worked += Math.max(0, Math.min(until, closes) - Math.max(from, opens));
  }
  return worked / minuteMs;
}

/** The instant at which so many minutes have been worked, looked for day by day. */
export function whenWorked(work: WorkTime, from: number, minutes: number): number {
  let left = minutes * minuteMs;
  for (let day = dayIn(work.zone, from); ; day = plusDays(day, 1)) {
    const [opens, closes] = hoursOf(work, day);
    const here = Math.max(0, closes - Math.max(from, opens));
    if (here > 0 && left <= here) return Math.max(from, opens) + left;
    left -= here;
  }
}

/** When work begins and ends on a day; at once on a day off. */
function hoursOf({ zone, opens, closes, weekdays, holidays }: WorkTime, day: string): readonly [number, number] {
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  if ((weekdays >> weekday) % 2 === 0 || holidays.includes(day)) return [0, 0];
  return [clockOn(zone, day, opens), clockOn(zone, day, closes)];
}

const clocks = new Map<string, number>();

/** When a clock on the wall shows a time on a day: clocks are changed at night, so what one shows near it tells how far it is off. */
function clockOn(zone: string, day: string, time: string): number {
  const known = clocks.get(`${zone} ${day} ${time}`);
  if (known !== undefined) return known;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const guess = beginOf(zone, day) + hours * hourMs + minutes * minuteMs;
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(guess);
  const [shownHours = 0, shownMinutes = 0] = shown.split(':').map(Number);
  const instant = guess + (hours - shownHours) * hourMs + (minutes - shownMinutes) * minuteMs;
  clocks.set(`${zone} ${day} ${time}`, instant);
  return instant;
}
