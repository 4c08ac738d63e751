import { dateFrom, type PlainDate } from '@tandem/kernel';

export const dateOrders = ['ymd', 'dmy', 'mdy', 'roc'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** Three numbers with the signs people put between them; a time of day may follow. */
const written = /^(\d{1,4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,4})日?(?:[T\s,].*)?$/;

/** The day a cell says; a year of four digits in front is always read as one. Null when it is none. */
export function readWrittenDay(text: string, order: DateOrder): PlainDate | null {
  const parts = written.exec(text.trim())?.slice(1);
  if (!parts) return null;
  const [first = '', second = '', third = ''] = parts;
  if (first.length === 4) return day(first, second, third);
  if (order === 'roc') return day(String(Number(first) + 1911), second, third);
  if (order === 'ymd') return first.length === 2 ? day(`20${first}`, second, third) : null;
  return order === 'dmy' ? day(century(third), second, first) : day(century(third), first, second);
}

const century = (year: string): string => (year.length === 2 ? `20${year}` : year);

const day = (year: string, month: string, date: string): PlainDate | null =>
  dateFrom(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);

/** What the days of a list have shown so far. */
export interface SeenDays {
  readonly dayFirst: boolean;
  readonly monthFirst: boolean;
  readonly roc: boolean;
  /** A day such as 05/06/2026. */
  readonly unclear: boolean;
}

export const noDays: SeenDays = { dayFirst: false, monthFirst: false, roc: false, unclear: false };

export function noteDay(seen: SeenDays, text: string): SeenDays {
  const parts = written.exec(text.trim())?.slice(1);
  const [first = '', second = '', third = ''] = parts ?? [];
  if (!parts || first.length === 4) return seen;
  // A year of Taiwan has three digits since 2011; before, two that no day has.
  if (first.length === 3 || (Number(first) > 31 && third.length <= 2)) return { ...seen, roc: true };
  if (Number(first) > 12) return { ...seen, dayFirst: true };
  if (Number(second) > 12) return { ...seen, monthFirst: true };
  return { ...seen, unclear: true };
}

/** The one order all days of a list agree with; null when there are two, or nothing tells them apart. */
export function orderOf({ dayFirst, monthFirst, roc, unclear }: SeenDays): DateOrder | null {
  const told = [
    ...(dayFirst ? ['dmy' as const] : []),
    ...(monthFirst ? ['mdy' as const] : []),
    ...(roc ? ['roc' as const] : []),
  ];
  if (told.length > 1) return null;
  return told[0] ?? (unclear ? null : 'ymd');
}
