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

/** `2017`, `2017-Q2` (both fiscal), `2017-05`, `2017-W20`, or two days, both included. */
export function spanOf(key: string, fiscalYearStart: number): Span {
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
  return { from: `${first}-01`, until: plusMonths(`${first}-01`, 1) };
}

/** The span of the same kind just before; of weeks and of two days, as many days. */
export function spanBefore(key: string, fiscalYearStart: number): Span {
  const { from, until } = spanOf(key, fiscalYearStart);
  const months = key.includes('..') || key.includes('W') ? null : monthsIn(key);
  if (months !== null) return { from: plusMonths(from, -months), until: from };
  const days = (Date.parse(until) - Date.parse(from)) / dayMs;
  return { from: plusDays(from, -days), until: from };
}

function monthsIn(key: string): number {
  if (key.length === 4) return 12;
  return key.includes('Q') ? 3 : 1;
}

export const holds = ({ from, until }: Span, day: Day): boolean => day >= from && day < until;
