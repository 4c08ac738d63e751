import { fiscalQuarterOf, type FiscalCalendar } from './fiscal-quarter';

/** The kinds of span a figure is asked for; years, quarters and the numbered months of a year are fiscal. */
export type PeriodKind = 'year' | 'quarter' | 'fiscal_month' | 'month' | 'week' | 'range';

const shapes: readonly (readonly [PeriodKind, RegExp])[] = [
  ['year', /^\d{4}$/],
  ['quarter', /^\d{4}-Q[1-4]$/],
  ['fiscal_month', /^\d{4}-P(0[1-9]|1[0-2])$/],
  ['month', /^\d{4}-(0[1-9]|1[0-2])$/],
  ['week', /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/],
  ['range', /^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$/],
];

/** What kind of span a key names; null when it names none. */
export const kindOf = (key: string): PeriodKind | null => shapes.find(([, shape]) => shape.test(key))?.[0] ?? null;

/** The key of the span that holds a day, such as `2026-Q4`; a fiscal year is named after the year it ends in. */
export function keyHolding(
  kind: Exclude<PeriodKind, 'range' | 'fiscal_month'>,
  day: string,
  calendar: FiscalCalendar,
): string {
  const { year, quarter } = fiscalQuarterOf(day, calendar);
  switch (kind) {
    case 'year':
      return String(year);
    case 'quarter':
      return `${year}-Q${quarter}`;
    case 'month':
      return day.slice(0, 7);
    case 'week':
      return weekOf(noon(day));
  }
}

/** The span of the same kind `by` steps away; a range moves by its own length. */
export function keyAway(key: string, by: number): string {
  const year = Number(key.slice(0, 4));
  switch (kindOf(key)) {
    case 'year':
      return String(year + by);
    case 'quarter': {
      const quarters = year * 4 + Number(key.slice(6)) - 1 + by;
      return `${Math.floor(quarters / 4)}-Q${(quarters % 4) + 1}`;
    }
    case 'fiscal_month': {
      const months = year * 12 + Number(key.slice(6)) - 1 + by;
      return `${Math.floor(months / 12)}-P${String((months % 12) + 1).padStart(2, '0')}`;
    }
    case 'month': {
      const months = year * 12 + Number(key.slice(5)) - 1 + by;
      return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
    }
    case 'week':
      return weekOf(away(mondayOf(key), by * 7));
    case 'range': {
      const [first = '', last = ''] = key.split('..');
      const days = (noon(last).getTime() - noon(first).getTime()) / dayMs + 1;
      return `${iso(away(noon(first), by * days))}..${iso(away(noon(last), by * days))}`;
    }
    case null:
      return key;
  }
}

const dayMs = 86_400_000;

// Noon in UTC stands for a calendar day, so that no zone of the browser can shift it.
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const iso = (date: Date): string => date.toISOString().slice(0, 10);
const away = (date: Date, days: number): Date => new Date(date.getTime() + days * dayMs);
const weekday = (date: Date): number => (date.getUTCDay() + 6) % 7;

function weekOf(date: Date): string {
  const thursday = away(date, 3 - weekday(date));
  const year = thursday.getUTCFullYear();
  const dayOfYear = (thursday.getTime() - noon(`${year}-01-01`).getTime()) / dayMs;
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`;
}

function mondayOf(week: string): Date {
  const fourth = noon(`${week.slice(0, 4)}-01-04`);
  return away(fourth, (Number(week.slice(6)) - 1) * 7 - weekday(fourth));
}
