import { addDays, addMonths, type PlainDate } from '@tandem/kernel';
import { monthOf, type Grain } from './grain';

/** A part of an answer: rows of one grain, counting on days of `[from, until)`, known from one day until before another. */
export interface Span {
  readonly grain: Grain;
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** Null from the beginning. */
  readonly knownFrom: PlainDate | null;
  /** Null for all that is known. */
  readonly knownUntil: PlainDate | null;
}

/**
 * Which rows of the sums make up days `[from, until)`: whole months from rows by month, days around them from rows by day. As of a
 * past day, rows by month hold what was known when its month began, and rows by day what was learned from then until the end of it.
 */
export function planSpans(from: PlainDate, until: PlainDate, asOf: PlainDate | null): Span[] {
  const first = beginsMonth(from) ? from : nextMonth(from);
  const last = monthOf(until);
  if (first >= last) return byDay(from, until, asOf);
  const known = asOf === null ? null : monthOf(asOf);
  const learned: Span[] =
    asOf === null || known === null
      ? []
      : [{ grain: 'day', from: first, until: last, knownFrom: known, knownUntil: addDays(asOf, 1) }];
  return [
    ...byDay(from, first, asOf),
    { grain: 'month', from: first, until: last, knownFrom: null, knownUntil: known },
    ...learned,
    ...byDay(last, until, asOf),
  ];
}

/** Days from rows by day. */
export const byDay = (from: PlainDate, until: PlainDate, asOf: PlainDate | null): Span[] =>
  from < until
    ? [{ grain: 'day', from, until, knownFrom: null, knownUntil: asOf === null ? null : addDays(asOf, 1) }]
    : [];

const beginsMonth = (day: PlainDate): boolean => day.endsWith('-01');
const nextMonth = (day: PlainDate): PlainDate => addMonths(monthOf(day), 1);
