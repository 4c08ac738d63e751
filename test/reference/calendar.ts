/** The reference's own calendar: days are `YYYY-MM-DD`, instants are milliseconds. Slow, and leaning on nothing of the product. */
export type Day = string;

/** Days, half-open. */
export interface Span {
  readonly from: Day;
  readonly until: Day;
}

const dayMs = 86_400_000;

export const plusDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** Month ends are clamped. */
export function plusMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const place = year * 12 + (month - 1) + months;
  const first = `${String(Math.floor(place / 12)).padStart(4, '0')}-${String((place % 12) + 1).padStart(2, '0')}-01`;
  const nextYear = Math.floor((place + 1) / 12);
  const next = `${String(nextYear).padStart(4, '0')}-${String(((place + 1) % 12) + 1).padStart(2, '0')}-01`;
  const last = Number(plusDays(next, -1).slice(8));
  return `${first.slice(0, 8)}${String(Math.min(date, last)).padStart(2, '0')}`;
}

/** Monday to Friday. */
export function workingDaysIn({ from, until }: Span): number {
  let days = 0;
  for (let day = from; day < until; day = plusDays(day, 1)) {
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days++;
  }
  return days;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The day that a clock on the wall in a zone shows at an instant. */
export function dayIn(zone: string, instant: number): Day {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  clocks.set(zone, clock);
  return clock.format(instant);
}

/** The first instant of a day in a zone, looked for millisecond by millisecond. */
export function beginOf(zone: string, day: Day): number {
  let [before, after] = [Date.parse(day) - 2 * dayMs, Date.parse(day) + 2 * dayMs];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayIn(zone, middle) < day) before = middle;
    else after = middle;
  }
  return after;
}

/** How an organisation divides its years: the month they begin with and, where it is no year of months, how weeks make it up. */
export interface Years {
  readonly fiscalYearStart: number;
  readonly fiscalCalendar: 'months' | 'weeks_445' | 'weeks_454' | 'weeks_544';
  readonly fiscalYearRule: 'containing' | 'nearest';
  /** Monday is 1. */
  readonly weekStart: number;
}

const yearOfMonths = { fiscalCalendar: 'months', fiscalYearRule: 'containing', weekStart: 1 } as const;

/** A month alone is that of a year of months. */
const yearsOf = (years: Years | number): Years =>
  typeof years === 'number' ? { ...yearOfMonths, fiscalYearStart: years } : years;

/** `2017`, `2017-Q2` and `2017-P05` (all fiscal), `2017-05`, `2017-W20`, or two days, both included. */
export function spanOf(key: string, divided: Years | number): Span {
  const years = yearsOf(divided);
  const { fiscalYearStart } = years;
  const weeks = years.fiscalCalendar === 'months' ? null : spanOfWeeks(key, years);
  if (weeks) return weeks;
  const [first = '', last] = key.split('..');
  if (last !== undefined) return { from: first, until: plusDays(last, 1) };
  const year = first.slice(0, 4);
  const rest = first.slice(5);
  if (rest.startsWith('W')) {
    const fourth = `${year}-01-04`;
    const monday = plusDays(fourth, -((new Date(fourth).getUTCDay() + 6) % 7));
    const from = plusDays(monday, (Number(rest.slice(1)) - 1) * 7);
    return { from, until: plusDays(from, 7) };
  }
  const begin = `${fiscalYearStart > 1 ? Number(year) - 1 : year}-${String(fiscalYearStart).padStart(2, '0')}-01`;
  if (rest === '') return { from: begin, until: plusMonths(begin, 12) };
  if (rest.startsWith('Q')) {
    const from = plusMonths(begin, (Number(rest.slice(1)) - 1) * 3);
    return { from, until: plusMonths(from, 3) };
  }
  if (rest.startsWith('P')) {
    const from = plusMonths(begin, Number(rest.slice(1)) - 1);
    return { from, until: plusMonths(from, 1) };
  }
  return { from: `${first}-01`, until: plusMonths(`${first}-01`, 1) };
}

/** A year, quarter or month that is made of weeks; null for what is the same in any calendar. */
function spanOfWeeks(key: string, years: Years): Span | null {
  const parts = /^(\d{4})(?:-([QP])(\d+))?$/.exec(key);
  if (!parts) return null;
  const [, year = '', kind, number] = parts;
  const [from, until] = [beginOfWeeks(Number(year), years), beginOfWeeks(Number(year) + 1, years)];
  if (kind === undefined) return { from, until };
  const quarter = Array.from(years.fiscalCalendar.slice(-3), Number);
  const months = [...quarter, ...quarter, ...quarter, ...quarter];
  const [first, count] = kind === 'Q' ? [(Number(number) - 1) * 3, 3] : [Number(number) - 1, 1];
  const daysTo = (month: number) => months.slice(0, month).reduce((sum, weeks) => sum + weeks * 7, 0);
  // What a year has beyond 52 weeks belongs to its last month and quarter.
  const end = first + count === 12 ? until : plusDays(from, daysTo(first + count));
  return { from: plusDays(from, daysTo(first)), until: end };
}

/** The first day of a year of weeks: of the week that holds the first day of its first month, or of the one that begins nearest to it. */
function beginOfWeeks(year: number, { fiscalYearStart, fiscalYearRule, weekStart }: Years): Day {
  const nominal = `${fiscalYearStart > 1 ? year - 1 : year}-${String(fiscalYearStart).padStart(2, '0')}-01`;
  const isBegin = (day: Day) => (new Date(day).getUTCDay() + 6) % 7 === weekStart - 1;
  const near = fiscalYearRule === 'nearest' ? [0, -1, 1, -2, 2, -3, 3] : [0, -1, -2, -3, -4, -5, -6];
  const found = near.map((days) => plusDays(nominal, days)).find(isBegin);
  if (found === undefined) throw new Error('every week begins');
  return found;
}

/** The span of the same kind just before; of weeks and of two days, as many days. */
export function spanBefore(key: string, years: Years | number): Span {
  const before = keyBefore(key);
  if (before !== null) return spanOf(before, years);
  const { from, until } = spanOf(key, years);
  const days = (Date.parse(until) - Date.parse(from)) / dayMs;
  return { from: plusDays(from, -days), until: from };
}

/** The same span of the year before; week 53 stands beside the last week of a year that has fewer, 29 February beside the 28th. */
export function spanYearBefore(key: string, years: Years | number): Span {
  const year = Number(key.slice(0, 4)) - 1;
  if (key.includes('..')) {
    const { from, until } = spanOf(key, years);
    const [begin, end] = [plusMonths(from, -12), plusMonths(until, -12)];
    return { from: begin, until: end > begin ? end : plusDays(begin, 1) };
  }
  const same = spanOf(`${year}${key.slice(4)}`, years);
  // A 53rd week that begins where the next year does is none.
  return key.endsWith('W53') && same.from === spanOf(`${year + 1}-W01`, years).from
    ? spanOf(`${year}-W52`, years)
    : same;
}

/** Of a year, quarter or month; weeks and two days have none. */
export function keyBefore(key: string): string | null {
  if (key.includes('..') || key.includes('W')) return null;
  const [year, rest] = [Number(key.slice(0, 4)), key.slice(5)];
  if (rest === '') return String(year - 1);
  const kind = rest.replace(/\d+/, '');
  const number = Number(rest.slice(kind.length));
  const most = kind === 'Q' ? 4 : 12;
  const told = String(number > 1 ? number - 1 : most).padStart(kind === 'Q' ? 1 : 2, '0');
  return `${number > 1 ? year : year - 1}-${kind}${told}`;
}

export const holds = ({ from, until }: Span, day: Day): boolean => day >= from && day < until;
