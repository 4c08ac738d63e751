import type { Period, PlainDate } from '@tandem/kernel';
import { ratio, type Ratio } from './ratio';

/** Share of a period's working days that lie before today; a period without a working day is all to come or all gone. */
export function shareGone(
  { from, until }: Pick<Period, 'from' | 'until'>,
  today: PlainDate,
  workingDays: (from: PlainDate, until: PlainDate) => number,
): Ratio {
  if (today <= from) return ratio(0n, 1n);
  if (today >= until) return ratio(1n, 1n);
  const all = workingDays(from, until);
  return all === 0 ? ratio(0n, 1n) : ratio(BigInt(workingDays(from, today)), BigInt(all));
}
