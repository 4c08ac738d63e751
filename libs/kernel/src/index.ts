export * from './actor';
export * from './canonical/canonical-booking';
export * from './canonical/canonical-form';
export * from './canonical/canonical-move';
export * from './clock';
export * from './cursor';
export * from './day-finder';
export {
  calendarOfMonths,
  fiscalCalendars,
  fiscalMonth,
  fiscalMonthOf,
  fiscalQuarter,
  fiscalYear,
  fiscalYearKeys,
  fiscalYearOf,
  fiscalYearRules,
  type DaySpan,
  type FiscalCalendar,
  type FiscalCalendarKind,
  type FiscalYearRule,
} from './fiscal-year';
export * from './id';
export * from './money';
export * from './open-day';
export * from './period';
export * from './person';
export * from './plain-date';
export * from './problem';
export * from './rank-name';
export * from './zone';
