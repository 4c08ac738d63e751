/** The days an action may be due on, the first and the last of them included. */
export interface Term {
  readonly from: string;
  readonly until: string;
}

/** A day; several where what was said may mean either; none where there is no such day. */
export type Days = readonly string[];

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const chineseWeekdays = '一二三四五六日';
const dayMs = 86_400_000;

const english =
  '(?:next\\s+)?(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|today|tomorrow';
const chinese = '下?(?:週|周|星期|禮拜)[一二三四五六日天]|今天|明天|\\d{1,2}月\\d{1,2}[日號]?';
const numbers = '\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}|\\d{1,2}\\/\\d{1,2}|\\+\\d{1,2}(?:d|w|天|日|週|周)';

const after = '(?<=^|[\\s,，、]|[^\\x00-\\x7f])';
const before = '(?=$|[\\s,，、]|[^\\x00-\\x7f])';
const atEnd = new RegExp(
  `(?:(?<=^|\\s)(?:by|until|due|on)\\s+|(?:期限)?\\s*)${after}(${numbers}|${english}|${chinese})(?:以?前|之前)?[\\s.,，。]*$`,
  'iu',
);
// A word at the beginning may be what the action is about; only what is written in digits is a day there.
const atStart = new RegExp(`^\\s*(${numbers})${before}[\\s,，、]*`, 'iu');

/** What a text says of a day at its end, or in digits at its beginning, and the rest of it; null when it says nothing. */
export function takeDay(
  text: string,
  term: Term,
): { readonly said: string; readonly days: Days; readonly rest: string } | null {
  const found = atEnd.exec(text) ?? atStart.exec(text);
  const said = found?.[1];
  if (!found || said === undefined) return null;
  return {
    said,
    days: daysOf(said.toLowerCase(), term),
    rest: (text.slice(0, found.index) + text.slice(found.index + found[0].length)).trim(),
  };
}

function daysOf(said: string, term: Term): Days {
  const { from } = term;
  if (said === 'today' || said === '今天') return [from];
  if (said === 'tomorrow' || said === '明天') return [shifted(from, 1)];
  const ahead = /^\+(\d+)(.)/u.exec(said);
  if (ahead) return [shifted(from, Number(ahead[1]) * ('w週周'.includes(ahead[2]!) ? 7 : 1))];
  const whole = /^(\d{4})[-/](\d+)[-/](\d+)$/.exec(said);
  if (whole) return existing([dayAt(Number(whole[1]), Number(whole[2]), Number(whole[3]))]);
  const numbered = /^(\d+)([/月])(\d+)/u.exec(said);
  if (!numbered) return [weekdayAfter(said, from)];
  const [one, other] = [Number(numbered[1]), Number(numbered[3])];
  const readings =
    numbered[2] === '月' ? [nextOf(one, other, from)] : [nextOf(one, other, from), nextOf(other, one, from)];
  return likely(existing(readings), term);
}

/** Month and day, or day and month: what lies in the term was meant, when only one of them does; else month and day. */
function likely(days: Days, { from, until }: Term): Days {
  const within = days.filter((day) => day >= from && day <= until);
  return within.length > 0 ? within : days.slice(0, 1);
}

function nextOf(month: number, day: number, from: string): string | null {
  const year = Number(from.slice(0, 4));
  const soonest = dayAt(year, month, day);
  return soonest !== null && soonest < from ? dayAt(year + 1, month, day) : soonest;
}

/** The next such day after the first of the term; of the week after it where that is said. */
function weekdayAfter(said: string, from: string): string {
  const present = (new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % 7;
  const wanted = weekdayOf(said);
  if (/^next|^下/u.test(said)) return shifted(from, 7 - present + wanted);
  return shifted(from, ((wanted - present + 6) % 7) + 1);
}

function weekdayOf(said: string): number {
  const last = said.at(-1)!.replace('天', '日');
  const place = chineseWeekdays.indexOf(last);
  return place >= 0 ? place : weekdays.findIndex((name) => said.replace(/^next\s+/, '').startsWith(name));
}

const existing = (days: readonly (string | null)[]): Days => [...new Set(days.filter((day) => day !== null))];

/** Null for a day that no calendar has. */
function dayAt(year: number, month: number, day: number): string | null {
  const found = new Date(Date.UTC(year, month - 1, day));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day ? found.toISOString().slice(0, 10) : null;
}

export const shifted = (day: string, days: number): string =>
  new Date(new Date(`${day}T00:00:00Z`).getTime() + days * dayMs).toISOString().slice(0, 10);
