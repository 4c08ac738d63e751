import { addDays, addMonths, daysBetween, weekdayOf, type PlainDate } from './plain-date';

/** What a fiscal year is made of: calendar months, or weeks that the months of each quarter have in this order. */
export const fiscalCalendars = ['months', 'weeks_445', 'weeks_454', 'weeks_544'] as const;
export type FiscalCalendarKind = (typeof fiscalCalendars)[number];

/** Which week a year of weeks begins with: the one that holds the first day of its first month, or the one that begins nearest to it. */
export const fiscalYearRules = ['containing', 'nearest'] as const;
export type FiscalYearRule = (typeof fiscalYearRules)[number];

/** How an organisation divides its years. A fiscal year is named after the calendar year that its nominal last day lies in. */
export interface FiscalCalendar {
  /** The first month of the fiscal year, 1 = January. */
  readonly fiscalYearStart: number;
  readonly fiscalCalendar: FiscalCalendarKind;
  readonly fiscalYearRule: FiscalYearRule;
  /** The day a week begins with, 1 = Monday … 7 = Sunday. */
  readonly weekStart: number;
}

/** Half-open. */
export interface DaySpan {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** Fiscal years of calendar months, with weeks from Monday. */
export const calendarOfMonths = (fiscalYearStart: number): FiscalCalendar => ({
  fiscalYearStart,
  fiscalCalendar: 'months',
  fiscalYearRule: 'containing',
  weekStart: 1,
});

const weeksOfMonths = { weeks_445: [4, 4, 5], weeks_454: [4, 5, 4], weeks_544: [5, 4, 4] } as const;
const weeksOfQuarter = 13;

/**
 * The days of a fiscal year. A year of weeks has 52 or 53 of them and begins at most six days before the first day of its first
 * month (`containing`), or at most three days before or after it (`nearest`): ISO years are weeks from Monday, nearest to 1 January.
 */
export function fiscalYear(year: number, calendar: FiscalCalendar): DaySpan {
  const first = nominalBegin(year, calendar);
  return { from: weekBegin(first, calendar), until: weekBegin(monthsOn(first, 12), calendar) };
}

/** The days of a fiscal quarter, 1 to 4: three months, or 13 weeks; the last of a year of 53 weeks has 14. */
export function fiscalQuarter(year: number, quarter: number, calendar: FiscalCalendar): DaySpan {
  const { from, until } = fiscalYear(year, calendar);
  if (calendar.fiscalCalendar === 'months') {
    return { from: monthsOn(from, (quarter - 1) * 3), until: monthsOn(from, quarter * 3) };
  }
  const begin = (place: number) => addDays(from, place * weeksOfQuarter * 7);
  return { from: begin(quarter - 1), until: quarter === 4 ? until : begin(quarter) };
}

/** The days of a fiscal month, 1 to 12: a calendar month, or four or five weeks; the 53rd week of a year belongs to the last. */
export function fiscalMonth(year: number, month: number, calendar: FiscalCalendar): DaySpan {
  const { from, until } = fiscalYear(year, calendar);
  if (calendar.fiscalCalendar === 'months') return { from: monthsOn(from, month - 1), until: monthsOn(from, month) };
  const weeks = weeksOfMonths[calendar.fiscalCalendar];
  const begin = (place: number) => {
    const before = weeks.slice(0, place % 3).reduce<number>((total, some) => total + some, 0);
    return addDays(from, (Math.floor(place / 3) * weeksOfQuarter + before) * 7);
  };
  return { from: begin(month - 1), until: month === 12 ? until : begin(month) };
}

/** The fiscal year that holds a day. */
export function fiscalYearOf(day: PlainDate, calendar: FiscalCalendar): number {
  const { fiscalYearStart } = calendar;
  const calendarYear = Number(day.slice(0, 4));
  const guess = fiscalYearStart > 1 && Number(day.slice(5, 7)) >= fiscalYearStart ? calendarYear + 1 : calendarYear;
  if (calendar.fiscalCalendar === 'months') return guess;
  if (day < weekBegin(nominalBegin(guess, calendar), calendar)) return guess - 1;
  return day < weekBegin(monthsOn(nominalBegin(guess, calendar), 12), calendar) ? guess : guess + 1;
}

/** Which fiscal month of its year a day lies in, 1 to 12. */
export function fiscalMonthOf(day: PlainDate, calendar: FiscalCalendar): number {
  if (calendar.fiscalCalendar === 'months') {
    return ((Number(day.slice(5, 7)) - calendar.fiscalYearStart + 12) % 12) + 1;
  }
  const { from } = fiscalYear(fiscalYearOf(day, calendar), calendar);
  const week = Math.floor(daysBetween(from, day) / 7);
  const quarter = Math.min(Math.floor(week / weeksOfQuarter), 3);
  const [one, two] = weeksOfMonths[calendar.fiscalCalendar];
  const within = week - quarter * weeksOfQuarter;
  if (within < one) return quarter * 3 + 1;
  return quarter * 3 + (within < one + two ? 2 : 3);
}

/** The keys of the fiscal year that holds a day, and of its twelve months. */
export function fiscalYearKeys(
  day: PlainDate,
  calendar: FiscalCalendar,
): { readonly year: string; readonly months: string[] } {
  const year = String(fiscalYearOf(day, calendar));
  return { year, months: Array.from({ length: 12 }, (_, place) => `${year}-P${String(place + 1).padStart(2, '0')}`) };
}

function nominalBegin(year: number, { fiscalYearStart }: FiscalCalendar): PlainDate {
  return monthNumbered((fiscalYearStart > 1 ? year - 1 : year) * 12 + fiscalYearStart - 1);
}

/** Whole months on from the first day of one. */
function monthsOn(first: PlainDate, months: number): PlainDate {
  const number = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + months;
  // Sums are made of millions of days, so only what leaves the calendar is left to its library.
  return number < 120_000 && number >= 12 ? monthNumbered(number) : addMonths(first, months);
}

const monthNumbered = (number: number): PlainDate =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}-01` as PlainDate;

function weekBegin(first: PlainDate, { fiscalCalendar, fiscalYearRule, weekStart }: FiscalCalendar): PlainDate {
  if (fiscalCalendar === 'months') return first;
  const passed = (weekdayOf(first) - weekStart + 7) % 7;
  return addDays(first, fiscalYearRule === 'nearest' && passed > 3 ? 7 - passed : -passed);
}
