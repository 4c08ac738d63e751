import { addDays, periodFrom, quarterOf, type PlainDate } from '@tandem/kernel';
import type { Booked } from './booked';
import { company } from './outline/company';
import { dayAt, dayOf, instantOn } from './rules/calendar';

/** First orders by quarter. */
export function countNewCustomers(booked: readonly Booked[]): Map<string, number> {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  for (const { account, day, amount } of booked) {
    if (account === null || amount <= 0 || seen.has(account)) continue;
    seen.add(account);
    const quarter = quarterOf(day, company);
    counts.set(quarter, (counts.get(quarter) ?? 0) + 1);
  }
  return counts;
}

export function spanOf(quarter: string): { from: PlainDate; until: PlainDate } {
  const period = periodFrom(quarter, company);
  if (!period) throw new Error(`not a quarter: ${quarter}`);
  return period;
}

/** Which share of a quarter is gone. */
export function goneOf(quarter: string | undefined, now: Date): number {
  if (quarter === undefined) return 0;
  const { from, until } = spanOf(quarter);
  return (dayAt(now) - dayOf(from)) / (dayOf(until) - dayOf(from));
}

/** Numbers are agreed in the last week before their quarter. */
export const signing = (from: PlainDate, hour: number): Date => instantOn(dayOf(addDays(from, -6)), 600 + hour * 60);
