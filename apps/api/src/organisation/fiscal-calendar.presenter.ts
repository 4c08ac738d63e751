import type { FiscalCalendarWire } from '@tandem/contracts';
import { fiscalYearKeys, periodFrom, type PlainDate } from '@tandem/kernel';
import type { Organisation } from '@tandem/people';

export function presentFiscalCalendar(organisation: Organisation, today: PlainDate): FiscalCalendarWire {
  const { year, months } = fiscalYearKeys(today, organisation);
  const span = (key: string) => {
    const { from, until } = periodFrom(key, organisation) ?? { from: today, until: today };
    return { key, from, until };
  };
  return {
    fiscalYearStart: organisation.fiscalYearStart,
    fiscalCalendar: organisation.fiscalCalendar,
    fiscalYearRule: organisation.fiscalYearRule,
    weekStart: organisation.weekStart,
    year: { ...span(year), months: months.map(span) },
    version: organisation.version,
  };
}
