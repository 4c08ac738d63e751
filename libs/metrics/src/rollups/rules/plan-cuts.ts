import { addMonths, type PlainDate } from '@tandem/kernel';
import { monthOf, type Grain } from './grain';

/** Days `[from, until)` whose sums stand in rows of one grain. */
export interface CutSpan {
  readonly grain: Grain;
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/**
 * Which rows of the sums of the funnel make up days `[from, until)`, so that they can be cut at some days: whole months that no cut goes
 * through from rows by month, all others from rows by day.
 */
export function planCuts(from: PlainDate, until: PlainDate, cuts: readonly PlainDate[] = []): CutSpan[] {
  const spans: CutSpan[] = [];
  for (let start = from; start < until;) {
    const month = monthOf(start);
    const next = addMonths(month, 1);
    const end = next < until ? next : until;
    const isWhole = start === month && end === next && !cuts.some((cut) => cut > month && cut < next);
    const grain = isWhole ? 'month' : 'day';
    const last = spans.at(-1);
    if (last?.grain === grain) spans[spans.length - 1] = { ...last, until: end };
    else spans.push({ grain, from: start, until: end });
    start = end;
  }
  return spans;
}
