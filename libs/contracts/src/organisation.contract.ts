import { z } from 'zod';
import { day, version } from './shapes.contract';

/** How the fiscal year is divided; a year is named after the calendar year that its nominal last day lies in. */
export const fiscalCalendarChange = z.strictObject({
  /** The first month of the fiscal year, 1 = January. */
  fiscalYearStart: z.int().min(1).max(12),
  /** Calendar months; or weeks, which the months of each quarter have in this order. */
  fiscalCalendar: z.enum(['months', 'weeks_445', 'weeks_454', 'weeks_544']),
  /** A year of weeks begins with the week that holds the first day of its first month, or with the one that begins nearest to it. */
  fiscalYearRule: z.enum(['containing', 'nearest']).default('containing'),
  /** The day a week begins with, 1 = Monday … 7 = Sunday; numbered weeks are those of ISO 8601 and begin on Monday. */
  weekStart: z.int().min(1).max(7),
});

/** The same as it is, with the present year and its months. */
export const fiscalCalendar = z.object({
  ...fiscalCalendarChange.shape,
  fiscalYearRule: z.enum(['containing', 'nearest']),
  /** The fiscal year that today lies in: its days, half-open, and those of its twelve months. */
  year: z.object({
    key: z.string(),
    from: day,
    until: day,
    months: z.array(z.object({ key: z.string(), from: day, until: day })),
  }),
  version,
});

export type FiscalCalendarChange = z.infer<typeof fiscalCalendarChange>;
export type FiscalCalendarWire = z.infer<typeof fiscalCalendar>;
