import {
  addDays,
  daysBetween,
  instantAt,
  isoWeekOf,
  localDate,
  mondayOf,
  weekdayOf,
  type PlainDate,
  type Zone,
} from '@tandem/kernel';

/** When a series meets, on the wall of its own zone. */
export interface Rhythm {
  readonly zone: Zone;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** `HH:MM`. */
  readonly startsAt: string;
  readonly minutes: number;
  readonly everyWeeks: number;
  /** The rhythm counts from the ISO week of this date; nothing is held before it. */
  readonly firstDate: PlainDate;
  /** How long before the meeting its agenda is due. */
  readonly agendaLeadMinutes: number;
}

/** One meeting of a series. */
export interface Occurrence {
  readonly isoWeek: string;
  readonly meetingDate: PlainDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly dueAt: Date;
}

export interface DueOccurrence extends Occurrence {
  /**
   * Whether its agenda is mailed: while the meeting is not over, or as the latest one due, however late. An older
   * meeting that was missed gets its agenda for the record and no mail, because nobody can come to it any more.
   */
  readonly mailed: boolean;
}

/** A missed agenda is made late, once, as long as its meeting ended at most this many days ago. */
export const lookBackDays = 8;

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;

/**
 * The meetings whose agenda is due now, oldest first. It depends on nothing but the series and the moment: however
 * often or late it is asked, the answer names every due meeting of the last eight days.
 */
export function dueOccurrences(rhythm: Rhythm, now: Date): DueOccurrence[] {
  const earliest = now.getTime() - lookBackDays * dayMs;
  const due: Occurrence[] = [];
  // Days that may hold such a meeting, two to spare on either side for what the date is in its zone.
  const today = localDate(now, 'UTC');
  const first = addDays(today, -lookBackDays - Math.ceil(rhythm.minutes / 1_440) - 2);
  const last = addDays(today, Math.ceil(rhythm.agendaLeadMinutes / 1_440) + 2);
  for (let day = onWeekday(first, rhythm.weekday); day <= last; day = addDays(day, 7)) {
    const week = isoWeekOf(day);
    const occurrence = isOnRhythm(rhythm, week) ? occurrenceIn(rhythm, week) : null;
    if (occurrence && occurrence.dueAt <= now && occurrence.endsAt.getTime() >= earliest) due.push(occurrence);
  }
  return due.map((occurrence, place) => ({
    ...occurrence,
    mailed: occurrence.endsAt > now || place === due.length - 1,
  }));
}

/**
 * The meeting of an ISO week such as `2017-W20`, whether the rhythm has one then or not; null when there is no such week.
 * A time that a clock change skips is moved on by the gap; of a time shown twice the first is meant.
 */
export function occurrenceIn(rhythm: Rhythm, isoWeek: string): Occurrence | null {
  const monday = mondayOf(isoWeek);
  if (!monday) return null;
  const meetingDate = addDays(monday, rhythm.weekday - 1);
  const startsAt = instantAt(meetingDate, rhythm.startsAt, rhythm.zone);
  return {
    isoWeek,
    meetingDate,
    startsAt,
    endsAt: new Date(startsAt.getTime() + rhythm.minutes * minuteMs),
    dueAt: new Date(startsAt.getTime() - rhythm.agendaLeadMinutes * minuteMs),
  };
}

/** The date of the first meeting after a given one. */
export function nextMeetingDate(rhythm: Rhythm, meetingDate: PlainDate): PlainDate {
  for (let day = addDays(meetingDate, 7); ; day = addDays(day, 7)) {
    if (isOnRhythm(rhythm, isoWeekOf(day)) || day < rhythm.firstDate) return day;
  }
}

/** The first day from one on that is a given day of the week. */
const onWeekday = (from: PlainDate, weekday: number): PlainDate => addDays(from, (weekday - weekdayOf(from) + 7) % 7);

function isOnRhythm({ firstDate, everyWeeks, weekday }: Rhythm, isoWeek: string): boolean {
  const first = mondayOf(isoWeekOf(firstDate));
  const monday = mondayOf(isoWeek);
  if (!first || !monday || addDays(monday, weekday - 1) < firstDate) return false;
  return (daysBetween(first, monday) / 7) % everyWeeks === 0;
}
