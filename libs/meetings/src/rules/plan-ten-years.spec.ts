import { addDays, date, isZone, type PlainDate, type Zone } from '@tandem/kernel';
import { dueOccurrences, type Occurrence, type Rhythm } from './due-occurrences';

// Four planners with clocks of their own plan ten years of a weekly series in each of fifty zones. The years 2009 to 2018 hold two
// weeks 53, two leap days, a zone that lost a day (Apia, Friday 2011-12-30), clocks that changed at midnight and by half an hour.
const zones: readonly Zone[] = [
  'UTC', 'Africa/Cairo', 'Africa/Casablanca', 'Africa/Johannesburg', 'Africa/Windhoek', 'America/Asuncion',
  'America/Bogota', 'America/Caracas', 'America/Chicago', 'America/Denver', 'America/Halifax', 'America/Havana',
  'America/Los_Angeles', 'America/Mexico_City', 'America/New_York', 'America/Phoenix', 'America/Santiago',
  'America/Sao_Paulo', 'America/St_Johns', 'Antarctica/Troll', 'Asia/Amman', 'Asia/Beirut', 'Asia/Damascus',
  'Asia/Dhaka', 'Asia/Gaza', 'Asia/Jerusalem', 'Asia/Kathmandu', 'Asia/Kolkata', 'Asia/Pyongyang', 'Asia/Seoul',
  'Asia/Shanghai', 'Asia/Taipei', 'Asia/Tehran', 'Asia/Tokyo', 'Asia/Ulaanbaatar', 'Atlantic/Azores',
  'Australia/Adelaide', 'Australia/Lord_Howe', 'Australia/Sydney', 'Europe/Berlin', 'Europe/Dublin', 'Europe/Istanbul',
  'Europe/London', 'Europe/Moscow', 'Europe/Samara', 'Pacific/Apia', 'Pacific/Auckland', 'Pacific/Chatham',
  'Pacific/Fiji', 'Pacific/Kiritimati',
]; // prettier-ignore
const times = ['09:30', '00:00', '02:30', '23:45', '01:30'];
const firstMonday = date('2008-12-29');
const weeks = 520;
const [second, hour, day] = [1_000, 3_600_000, 86_400_000];
const skews = [90 * second, -90 * second, 37 * second, -12 * second];
const jumps = [hour, -hour, 7 * day, -day];

/** A planner looks: at a true moment, with what its own clock shows then. */
interface Look {
  readonly at: number;
  readonly shown: number;
  readonly jumped: boolean;
}
interface Planned {
  readonly occurrence: Occurrence;
  readonly by: Look;
}

/** Where clocks change at midnight or in the small hours, the meeting is put there; elsewhere at any time. */
const smallHours: Readonly<Record<string, readonly [weekday: number, startsAt: string]>> = {
  ...Object.fromEntries(['Africa/Cairo', 'Asia/Amman', 'Asia/Damascus'].map((zone) => [zone, [5, '00:00']])),
  ...Object.fromEntries(
    [
      'America/Santiago',
      'America/Sao_Paulo',
      'America/Asuncion',
      'America/Havana',
      'Asia/Beirut',
      'Atlantic/Azores',
    ].map((zone) => [zone, [7, '00:00']]),
  ),
  ...Object.fromEntries(
    ['America/New_York', 'America/Denver', 'Europe/Berlin', 'Australia/Sydney', 'Australia/Lord_Howe'].map((zone) => [
      zone,
      [7, '02:15'],
    ]),
  ),
  'Europe/London': [7, '01:30'],
  // A Friday that never was.
  'Pacific/Apia': [5, '09:30'],
};

function seriesOf(zone: Zone, place: number): Rhythm {
  const [weekday, startsAt] = smallHours[zone] ?? [
    [7, 1, 6, 3, 5][place % 5] ?? 1,
    times[place % times.length] ?? '09:30',
  ];
  const agendaLeadMinutes = [1_440, 60, 0, 2_880][place % 4] ?? 0;
  return { zone, weekday, startsAt, minutes: 30, everyWeeks: 1, firstDate: firstMonday, agendaLeadMinutes };
}

/** What the wall clocks of the zone say, from ICU and by search: a second opinion on the arithmetic of the rule. */
function wallOf(zone: Zone) {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const shows = (at: number): number => {
    const [, d, m, y, h, min] = /(\d+)\/(\d+)\/(\d+), (\d+):(\d+)/.exec(format.format(at))?.map(Number) ?? [];
    return Date.UTC(y ?? 0, (m ?? 0) - 1, d, h, min);
  };
  return (on: PlainDate, time: string): { readonly at: number; readonly skipped: boolean } => {
    const wall = Date.parse(`${on}T${time}:00Z`);
    const [before, after] = [wall - 2 * day, wall + 2 * day].map((at) => shows(at) - at) as [number, number];
    const right = [wall - before, wall - after].filter((at) => shows(at) === wall);
    // A skipped time is moved on by the gap: the clock as it was before the change.
    return right.length > 0 ? { at: Math.min(...right), skipped: false } : { at: wall - before, skipped: true };
  };
}

function looksOf(series: Rhythm, dues: readonly number[], random: () => number): Look[] {
  const looks: Look[] = [];
  let nobodyLooked = false;
  for (const due of dues) {
    const up = skews.filter((_, planner) => random() < 0.6 || (nobodyLooked && planner === 0));
    nobodyLooked = up.length === 0;
    for (const skew of up) {
      // The first wake-up after the due moment on the planner's own clock.
      const at = due - skew + random() * 60 * second;
      looks.push({ at, shown: at + skew, jumped: false });
      if (random() > 0.08) continue;
      const jump = jumps[Math.floor(random() * jumps.length)] ?? 0;
      const later = at + random() * 6 * day;
      looks.push({ at: later, shown: later + skew + jump, jumped: true });
    }
  }
  return looks.toSorted((one, other) => one.at - other.at);
}

/** One row a week, whoever comes first: what the unique key of the table sees to. */
function plan(series: Rhythm, looks: readonly Look[]): Map<string, Planned> {
  const planned = new Map<string, Planned>();
  for (const look of looks) {
    for (const occurrence of dueOccurrences(series, new Date(look.shown)))
      if (!planned.has(occurrence.isoWeek)) planned.set(occurrence.isoWeek, { occurrence, by: look });
  }
  return planned;
}

/** ISO weeks counted by hand, from a Monday of week 1. */
function isoWeeks(): string[] {
  const named: string[] = [];
  for (let place = 0; place < weeks; place++) {
    const thursday = new Date(Date.parse(addDays(firstMonday, place * 7 + 3)));
    const week = Math.ceil(((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / day + 1) / 7);
    named.push(`${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`);
  }
  return named;
}

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('ten years of planning by four planners whose clocks differ, jump and fail', () => {
  const named = isoWeeks();
  let skipped = 0;
  let caughtUp = 0;

  it('knows the fifty zones and the weeks', () => {
    expect(new Set(zones).size).toBe(50);
    expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
    expect(named.filter((week) => week.endsWith('W53'))).toEqual(['2009-W53', '2015-W53']);
  });

  it.each(zones.map((zone, place) => [zone, place] as const))(
    '%s: one agenda a week, none missing, at the time on the wall',
    (zone, place) => {
      const series = seriesOf(zone, place);
      const onWall = wallOf(zone);
      const shown = named.map((_, week) =>
        onWall(addDays(firstMonday, week * 7 + series.weekday - 1), series.startsAt),
      );
      const starts = shown.map(({ at }) => at);
      skipped += shown.filter((start) => start.skipped).length;
      const dues = starts.map((start) => start - series.agendaLeadMinutes * 60_000);
      const looks = looksOf(series, dues, randomFrom(place + 1));
      const planned = plan(series, looks);
      const lookedAt = (due: number) =>
        looks.some(({ at, jumped }) => !jumped && at >= due - 90 * second && at <= due + 150 * second);

      expect([...planned.keys()].filter((week) => named.includes(week)).toSorted()).toEqual(named.toSorted());
      const wrong: string[] = [];
      for (const [number, week] of named.entries()) {
        const { occurrence, by } = planned.get(week) as Planned;
        const [start, due] = [starts[number] ?? 0, dues[number] ?? 0];
        if (occurrence.startsAt.getTime() !== start)
          wrong.push(`${week} starts at ${occurrence.startsAt.toISOString()}, not ${new Date(start).toISOString()}`);
        if (!by.jumped && by.at < due - 90 * second) wrong.push(`${week} was written early`);
        if (by.at > due + 150 * second && lookedAt(due))
          wrong.push(`${week} was written late although somebody looked`);
        if (by.at > due + 150 * second) caughtUp += 1;
      }
      expect(wrong).toEqual([]);
    },
  );

  it('met what it was made for: weeks that nobody looked at, and times that no clock showed', () => {
    expect(caughtUp).toBeGreaterThan(100);
    expect(skipped).toBeGreaterThan(50);
  });
});
