import { plusDays, plusMonths, type Day, type Span } from '../calendar';

export type Step = 'day' | 'week' | 'month';

/**
 * The days at whose end a trend looks: the eve of the period, then day by day, every seven days or month by month, and the last day of
 * it, or today while it is not over.
 */
export function findPoints({ from, until }: Span, step: Step, today: Day): Day[] {
  const end = plusDays(until, -1);
  const last = today < end ? today : end;
  const days: Day[] = [];
  for (let place = 0; ; place++) {
    const day = pointOf(from, step, place);
    if (day >= last) return [...days, last];
    days.push(day);
  }
}

function pointOf(from: Day, step: Step, place: number): Day {
  if (step === 'month') return plusDays(plusMonths(from, place), -1);
  return plusDays(from, place * (step === 'week' ? 7 : 1) - 1);
}
