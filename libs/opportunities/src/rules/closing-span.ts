import {
  fiscalMonthOf,
  fiscalQuarter,
  fiscalYearOf,
  type DaySpan,
  type FiscalCalendar,
  type PlainDate,
} from '@tandem/kernel';

/** Fiscal quarters told from today, so that a filter means the same on every day it is looked at. */
export type ClosesIn = 'this_quarter' | 'next_quarter';

/** The days of the fiscal quarter that something is to close in. */
export function closingSpan(closes: ClosesIn, today: PlainDate, calendar: FiscalCalendar): DaySpan {
  const present = quarterAt(today, calendar);
  return closes === 'this_quarter' ? present : quarterAt(present.until, calendar);
}

const quarterAt = (day: PlainDate, calendar: FiscalCalendar): DaySpan =>
  fiscalQuarter(fiscalYearOf(day, calendar), Math.ceil(fiscalMonthOf(day, calendar) / 3), calendar);
