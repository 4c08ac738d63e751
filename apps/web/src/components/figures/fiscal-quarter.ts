import type { Me } from '@tandem/contracts';

/** What the organisation says about its fiscal year. */
export type FiscalCalendar = Pick<
  Me['organisation'],
  'fiscalYearStart' | 'fiscalCalendar' | 'fiscalYearRule' | 'weekStart'
>;

/** The fiscal year and quarter that hold a day; a year is named after the calendar year that its nominal last day lies in. */
export function fiscalQuarterOf(day: string, calendar: FiscalCalendar): { year: number; quarter: number } {
  const start = calendar.fiscalYearStart;
  const month = Number(day.slice(5, 7));
  const guess = Number(day.slice(0, 4)) + (start > 1 && month >= start ? 1 : 0);
  if (calendar.fiscalCalendar === 'months') {
    return { year: guess, quarter: Math.floor(((month - start + 12) % 12) / 3) + 1 };
  }
  const number = numberOf(day);
  const year = [guess - 1, guess].find((one) => number < beginOf(one + 1, calendar)) ?? guess + 1;
  const weeks = Math.floor((number - beginOf(year, calendar)) / 7);
  return { year, quarter: Math.min(Math.floor(weeks / 13), 3) + 1 };
}

/** Days since 1970-01-01. */
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** The first day of a fiscal year of weeks. */
function beginOf(year: number, { fiscalYearStart, fiscalYearRule, weekStart }: FiscalCalendar): number {
  const first = numberOf(`${fiscalYearStart > 1 ? year - 1 : year}-${String(fiscalYearStart).padStart(2, '0')}-01`);
  // Day 0 was a Thursday.
  const passed = (first + 4 - weekStart + 14) % 7;
  return fiscalYearRule === 'nearest' && passed > 3 ? first + 7 - passed : first - passed;
}
