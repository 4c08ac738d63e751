import fc from 'fast-check';
import { addDays, date, localDate, localTime, weekdayOf } from '@tandem/kernel';
import { dueOccurrences, nextMeetingDate, occurrenceIn, type Rhythm } from './due-occurrences';

const weekly: Rhythm = {
  zone: 'Asia/Taipei',
  weekday: 1,
  startsAt: '09:30',
  minutes: 30,
  everyWeeks: 1,
  firstDate: date('2026-01-05'),
  agendaLeadMinutes: 24 * 60,
};
const at = (iso: string) => new Date(iso);
const weeks = (rhythm: Rhythm, iso: string) =>
  dueOccurrences(rhythm, at(iso)).map(({ isoWeek, mailed }) => `${isoWeek}${mailed ? ' mailed' : ''}`);

describe('which agendas are due', () => {
  it('is due the lead time before the meeting, on the clock of the series', () => {
    // Monday 2026-03-02 09:30 in Taipei is 01:30 UTC; a day before is Sunday 01:30 UTC.
    expect(weeks(weekly, '2026-03-01T01:29:59Z')).toEqual(['2026-W09 mailed']);
    expect(weeks(weekly, '2026-03-01T01:30:00Z')).toEqual(['2026-W09', '2026-W10 mailed']);
  });

  it('makes a missed agenda late, and mails it as long as it is the latest one', () => {
    expect(weeks(weekly, '2026-03-02T05:00:00Z')).toEqual(['2026-W09', '2026-W10 mailed']);
    expect(weeks(weekly, '2026-03-07T05:00:00Z')).toEqual(['2026-W10 mailed']);
  });

  it('lets go of a meeting that ended more than eight days ago', () => {
    const fortnightly = { ...weekly, everyWeeks: 2 };
    expect(weeks(fortnightly, '2026-03-10T02:00:00Z')).toEqual(['2026-W10 mailed']);
    expect(weeks(fortnightly, '2026-03-10T02:00:01Z')).toEqual([]);
  });

  it('counts the rhythm from the week of the first date', () => {
    const fortnightly = { ...weekly, everyWeeks: 2, firstDate: date('2026-01-05') };
    expect(weeks(fortnightly, '2026-01-12T02:00:00Z')).toEqual(['2026-W02 mailed']);
    expect(weeks(fortnightly, '2026-01-19T02:00:00Z')).toEqual(['2026-W04 mailed']);
  });

  it('holds nothing before the first date', () => {
    expect(weeks({ ...weekly, firstDate: date('2026-03-03') }, '2026-03-02T02:00:00Z')).toEqual([]);
  });

  it('crosses the year with week 53', () => {
    expect(weeks({ ...weekly, agendaLeadMinutes: 60 }, '2026-12-28T02:00:00Z')).toEqual([
      '2026-W52',
      '2026-W53 mailed',
    ]);
    expect(weeks({ ...weekly, agendaLeadMinutes: 60 }, '2027-01-04T02:00:00Z')).toEqual([
      '2026-W53',
      '2027-W01 mailed',
    ]);
  });

  it.each([
    ['before the change in New York', 'America/New_York', '2026-W10', '2026-03-02T14:30:00.000Z'],
    ['after the change in New York', 'America/New_York', '2026-W11', '2026-03-09T13:30:00.000Z'],
    ['before the change in Berlin', 'Europe/Berlin', '2026-W13', '2026-03-23T08:30:00.000Z'],
    ['after the change in Berlin', 'Europe/Berlin', '2026-W14', '2026-03-30T07:30:00.000Z'],
  ])('keeps the time on the wall %s', (_, zone, isoWeek, startsAt) => {
    expect(occurrenceIn({ ...weekly, zone }, isoWeek)?.startsAt.toISOString()).toBe(startsAt);
  });

  it('moves a time that spring skips on by the gap, and takes the first of two in autumn', () => {
    const sunday = { ...weekly, zone: 'America/New_York', weekday: 7 };
    expect(occurrenceIn({ ...sunday, startsAt: '02:30' }, '2026-W10')?.startsAt.toISOString()).toBe(
      '2026-03-08T07:30:00.000Z',
    );
    expect(occurrenceIn({ ...sunday, startsAt: '01:30' }, '2026-W44')?.startsAt.toISOString()).toBe(
      '2026-11-01T05:30:00.000Z',
    );
  });

  it('knows the week that does not exist', () => {
    expect(occurrenceIn(weekly, '2025-W53')).toBeNull();
  });

  it('finds the meeting after', () => {
    expect(nextMeetingDate(weekly, date('2026-03-02'))).toBe('2026-03-09');
    expect(nextMeetingDate({ ...weekly, everyWeeks: 2 }, date('2026-01-05'))).toBe('2026-01-19');
  });
});

describe('the laws of the planner', () => {
  const zones = [
    'UTC',
    'Asia/Taipei',
    'America/New_York',
    'America/Santiago',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Europe/Berlin',
    'Asia/Kathmandu',
  ];
  const rhythm = fc.record<Rhythm>({
    zone: fc.constantFrom(...zones),
    weekday: fc.integer({ min: 1, max: 7 }),
    startsAt: fc.constantFrom('00:00', '02:30', '09:30', '23:59'),
    minutes: fc.integer({ min: 15, max: 240 }),
    everyWeeks: fc.integer({ min: 1, max: 4 }),
    firstDate: fc.constant(date('2025-12-29')),
    agendaLeadMinutes: fc.integer({ min: 0, max: 10_080 }),
  });
  const moment = fc.date({ min: at('2026-01-12T00:00:00Z'), max: at('2027-06-01T00:00:00Z'), noInvalidDate: true });

  it('stands on its weekday and its time in its own zone, a skipped time apart', () => {
    fc.assert(
      fc.property(rhythm, moment, (series, now) => {
        for (const { startsAt, meetingDate } of dueOccurrences(series, now)) {
          expect(weekdayOf(meetingDate)).toBe(series.weekday);
          expect(localDate(startsAt, series.zone)).toBe(meetingDate);
          expect(localTime(startsAt, series.zone) >= series.startsAt).toBe(true);
        }
      }),
    );
  });

  it('names every meeting of a year once and in order, whatever moments it was asked at within a week', () => {
    fc.assert(
      fc.property(
        rhythm,
        fc.array(fc.integer({ min: 1, max: 7 * 24 }), { minLength: 8, maxLength: 30 }),
        (series, hours) => {
          const found: string[] = [];
          let now = at('2026-03-01T00:00:00Z').getTime();
          const from = localDate(new Date(now), series.zone);
          for (const gap of hours) {
            for (const { meetingDate } of dueOccurrences(series, new Date(now)))
              if (!found.includes(meetingDate)) found.push(meetingDate);
            now += gap * 3_600_000;
          }
          expect(found).toEqual(found.toSorted());
          const step = series.everyWeeks * 7;
          const middle = found.filter((day) => day > from);
          middle.slice(1).forEach((day, place) => expect(day).toBe(addDays(date(middle[place] ?? ''), step)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('mails at most the meetings still ahead and the latest one', () => {
    fc.assert(
      fc.property(rhythm, moment, (series, now) => {
        const due = dueOccurrences(series, now);
        expect(due.filter(({ mailed, endsAt }) => mailed && endsAt <= now).length).toBeLessThanOrEqual(1);
        if (due.length > 0) expect(due.at(-1)?.mailed).toBe(true);
      }),
    );
  });
});
