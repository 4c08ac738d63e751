import {
  addDays,
  addMonths,
  BeyondCalendar,
  date,
  dateFrom,
  daysBetween,
  mondayOf,
  type PlainDate,
} from './plain-date';
import { startOfDay, type Zone } from './zone';

/** A half-open span of calendar days `[from, until)` with the key a person asked for. */
export interface Period {
  readonly key: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** The first month of the fiscal year, 1 = January; a fiscal year is named after the calendar year it ends in. */
export interface FiscalCalendar {
  readonly fiscalYearStart: number;
}

const earliestYear = '1900';
const beforeAllRecords = date('1000-01-01');

/**
 * Reads `2017`, `2017-Q2`, `2017-05`, `2017-W20` or `2017-04-01..2017-06-30` (both days included);
 * years and quarters are fiscal. Null when it is none of these, or not within the years 1900 to 9999.
 */
export function periodFrom(key: string, calendar: FiscalCalendar): Period | null {
  if (key < earliestYear) return null;
  try {
    return spanOf(key, calendar);
  } catch (error) {
    // Its end, which is the day after its last, would lie in the year 10000.
    if (error instanceof BeyondCalendar) return null;
    throw error;
  }
}

function spanOf(key: string, { fiscalYearStart }: FiscalCalendar): Period | null {
  const year = /^(\d{4})(?:-Q([1-4]))?$/.exec(key);
  if (year) {
    const first = fiscalYearBegin(Number(year[1]), fiscalYearStart);
    if (!year[2]) return { key, from: first, until: addMonths(first, 12) };
    const from = addMonths(first, (Number(year[2]) - 1) * 3);
    return { key, from, until: addMonths(from, 3) };
  }
  if (/^\d{4}-W\d{2}$/.test(key)) {
    const monday = mondayOf(key);
    return monday && { key, from: monday, until: addDays(monday, 7) };
  }
  if (/^\d{4}-\d{2}$/.test(key)) {
    const from = dateFrom(`${key}-01`);
    return from && { key, from, until: addMonths(from, 1) };
  }
  const [first, last, rest] = key.split('..');
  const from = dateFrom(first ?? '');
  const end = dateFrom(last ?? '');
  if (!from || !end || rest !== undefined || end < from) return null;
  return { key, from, until: addDays(end, 1) };
}

/** The quarter that holds a day, such as `2017-Q2`. */
export function quarterOf(day: PlainDate, { fiscalYearStart }: FiscalCalendar): string {
  const month = Number(day.slice(5, 7));
  const passed = (month - fiscalYearStart + 12) % 12;
  return `${fiscalYearOf(day, { fiscalYearStart })}-Q${Math.floor(passed / 3) + 1}`;
}

export function fiscalYearOf(day: PlainDate, { fiscalYearStart }: FiscalCalendar): number {
  const calendarYear = Number(day.slice(0, 4));
  return fiscalYearStart > 1 && Number(day.slice(5, 7)) >= fiscalYearStart ? calendarYear + 1 : calendarYear;
}

/** The span of the same kind just before: the quarter before a quarter, the week before a week, else as many days. */
export function previousPeriod(period: Period, calendar: FiscalCalendar): Period {
  const { key, from } = period;
  if (/^\d{4}$/.test(key)) return known(String(Number(key) - 1), calendar);
  if (/^\d{4}-Q[1-4]$/.test(key)) return known(quarterOf(addDays(from, -1), calendar), calendar);
  if (/^\d{4}-\d{2}$/.test(key)) return known(addDays(from, -1).slice(0, 7), calendar);
  const days = Math.min(daysBetween(from, period.until), daysBetween(beforeAllRecords, from));
  const before = addDays(from, -days);
  return { key: `${before}..${addDays(from, -1)}`, from: before, until: from };
}

/** The same span as instants in the organisation's reporting zone; a day of clock change has 23 or 25 hours. */
export const instantsOf = (period: Pick<Period, 'from' | 'until'>, zone: Zone): { from: Date; until: Date } => ({
  from: startOfDay(period.from, zone),
  until: startOfDay(period.until, zone),
});

export const holds = (period: Pick<Period, 'from' | 'until'>, day: PlainDate): boolean =>
  day >= period.from && day < period.until;

function known(key: string, calendar: FiscalCalendar): Period {
  const period = spanOf(key, calendar);
  if (!period) throw new Error(`not a period: ${key}`);
  return period;
}

function fiscalYearBegin(year: number, startMonth: number): PlainDate {
  const calendarYear = startMonth > 1 ? year - 1 : year;
  return date(`${String(calendarYear).padStart(4, '0')}-${String(startMonth).padStart(2, '0')}-01`);
}
