import { addDays, addMonths, weekdayOf, type DaySpan, type FiscalCalendar, type PlainDate } from '@tandem/kernel';
import { standardSpans, type StandardSpan } from './cell';
import { spanHolding } from './customer-cells';
import { monthOf } from './grain';

/** A period that people ask for by a key. */
export interface StandardPeriod {
  readonly span: StandardSpan;
  /** The first and the last of its days. */
  readonly day: PlainDate;
  readonly last: PlainDate;
  /** Its first instant, and the first one after it, in milliseconds. */
  readonly from: number;
  readonly until: number;
}

/** The periods that a day lies in, in the same order for each day; of a period there is one object, whichever of its days is asked for. */
export type StandardPeriods = (day: PlainDate) => readonly StandardPeriod[];

interface Calendar {
  readonly calendar: FiscalCalendar;
  /** The last millisecond of a day in the reporting zone. */
  readonly endOf: (day: PlainDate) => number;
}

/**
 * Finds the periods of a calendar, each day's once. Calendar months and weeks from Monday are the same to everybody; fiscal months are
 * told apart from calendar months where years are made of weeks. Source: the keys of `periodFrom`.
 */
export function standardPeriods({ calendar, endOf }: Calendar): StandardPeriods {
  const spans = standardSpans.filter((span) => span !== 'fiscal_month' || calendar.fiscalCalendar !== 'months');
  const periods = new Map<string, StandardPeriod>();
  const found = new Map<PlainDate, readonly StandardPeriod[]>();
  const periodOf = (span: StandardSpan, of: PlainDate): StandardPeriod => {
    const { from: day, until } = daysOf[span](of, calendar);
    const key = `${span} ${day}`;
    const last = addDays(until, -1);
    const period = periods.get(key) ?? { span, day, last, from: endOf(addDays(day, -1)) + 1, until: endOf(last) + 1 };
    periods.set(key, period);
    return period;
  };
  return (day) => {
    const known = found.get(day);
    if (known !== undefined) return known;
    const of = spans.map((span) => periodOf(span, day));
    found.set(day, of);
    return of;
  };
}

/** Which standard period some days are exactly; null when they are none. */
export const standardSpanOf = ({ from, until }: DaySpan, calendar: FiscalCalendar): StandardSpan | null =>
  standardSpans.find((span) => {
    const days = daysOf[span](from, calendar);
    return days.from === from && days.until === until;
  }) ?? null;

const daysOf: Readonly<Record<StandardSpan, (day: PlainDate, calendar: FiscalCalendar) => DaySpan>> = {
  week: (day) => ({ from: addDays(day, 1 - weekdayOf(day)), until: addDays(day, 8 - weekdayOf(day)) }),
  month: (day) => ({ from: monthOf(day), until: addMonths(monthOf(day), 1) }),
  fiscal_month: spanHolding.month,
  quarter: spanHolding.quarter,
  year: spanHolding.year,
};
