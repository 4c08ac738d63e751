import {
  fiscalMonth,
  fiscalMonthOf,
  fiscalQuarter,
  fiscalYear,
  fiscalYearOf,
  type DaySpan,
  type FiscalCalendar,
} from './fiscal-year';
import {
  addDays,
  addMonths,
  BeyondCalendar,
  date,
  dateFrom,
  daysBetween,
  isoWeekOf,
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

const earliestYear = '1900';
const beforeAllRecords = date('1000-01-01');

/**
 * Reads `2017`, `2017-Q2`, `2017-P05`, `2017-05`, `2017-W20` or `2017-04-01..2017-06-30` (both days included). Years, quarters and
 * the months after `P` are those of the fiscal calendar, months without it those of everybody's, weeks those of ISO 8601. Null when
 * it is none of these, or not within the years 1900 to 9999.
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

function spanOf(key: string, calendar: FiscalCalendar): Period | null {
  const fiscal = /^(\d{4})(?:-Q([1-4])|-P(0[1-9]|1[0-2]))?$/.exec(key);
  if (fiscal) return { key, ...fiscalSpan(Number(fiscal[1]), fiscal[2], fiscal[3], calendar) };
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

function fiscalSpan(
  year: number,
  quarter: string | undefined,
  month: string | undefined,
  calendar: FiscalCalendar,
): DaySpan {
  if (quarter) return fiscalQuarter(year, Number(quarter), calendar);
  return month ? fiscalMonth(year, Number(month), calendar) : fiscalYear(year, calendar);
}

/** The fiscal quarter that holds a day, such as `2017-Q2`. */
export const quarterOf = (day: PlainDate, calendar: FiscalCalendar): string =>
  `${fiscalYearOf(day, calendar)}-Q${Math.ceil(fiscalMonthOf(day, calendar) / 3)}`;

/** The fiscal month that holds a day, such as `2017-P05`. */
export const fiscalMonthKeyOf = (day: PlainDate, calendar: FiscalCalendar): string =>
  `${fiscalYearOf(day, calendar)}-P${String(fiscalMonthOf(day, calendar)).padStart(2, '0')}`;

/** The span of the same kind just before: the quarter before a quarter, the week before a week, else as many days. */
export function previousPeriod(period: Period, calendar: FiscalCalendar): Period {
  const { key, from } = period;
  const before = addDays(from, -1);
  if (/^\d{4}$/.test(key)) return known(String(Number(key) - 1), calendar);
  if (/-Q[1-4]$/.test(key)) return known(quarterOf(before, calendar), calendar);
  if (/-P\d{2}$/.test(key)) return known(fiscalMonthKeyOf(before, calendar), calendar);
  if (/-W\d{2}$/.test(key)) return known(isoWeekOf(before), calendar);
  if (/^\d{4}-\d{2}$/.test(key)) return known(before.slice(0, 7), calendar);
  const days = Math.min(daysBetween(from, period.until), daysBetween(beforeAllRecords, from));
  return spanned(addDays(from, -days), from);
}

/**
 * The same span of the year before: the second quarter beside the second quarter, week 20 beside week 20, other days beside the same
 * days of the calendar. A 53rd week stands beside the last week of a year that has none, 29 February beside the 28th.
 */
export function periodYearBefore({ key, from, until }: Period, calendar: FiscalCalendar): Period {
  const named = /^(\d{4})((?:-[QPW]?\d+)?)$/.exec(key);
  if (named) {
    const yearBefore = String(Number(named[1]) - 1).padStart(4, '0');
    return spanOf(`${yearBefore}${named[2]}`, calendar) ?? known(`${yearBefore}-W52`, calendar);
  }
  const begin = addMonths(from, -12);
  const end = addMonths(until, -12);
  return spanned(begin, end > begin ? end : addDays(begin, 1));
}

const spanned = (from: PlainDate, until: PlainDate): Period => ({
  key: `${from}..${addDays(until, -1)}`,
  from,
  until,
});

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
