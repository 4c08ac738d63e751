import { addDays, addMonths, type Period, type PlainDate } from '@tandem/kernel';

export const pointSteps = ['day', 'week', 'month'] as const;
export type PointStep = (typeof pointSteps)[number];

/**
 * The days at whose end a period is looked at, oldest first: the day before it begins, then every day, every seven days or every
 * month of it, and its last day; of a period that is not over, today instead of the days to come. Months end with the day before
 * the one of the month on which the period begins.
 */
export function planPoints(
  { from, until }: Pick<Period, 'from' | 'until'>,
  step: PointStep,
  today: PlainDate,
): PlainDate[] {
  const last = lastPoint(until, today);
  const points: PlainDate[] = [];
  for (let place = 0; ; place++) {
    const point = addDays(begin(from, step, place), -1);
    if (point >= last) break;
    points.push(point);
  }
  return [...points, last];
}

/** Whether a day can be looked at in a period: the eve of it, or a day of it that is not to come. */
export function isPointOf({ from, until }: Pick<Period, 'from' | 'until'>, day: PlainDate, today: PlainDate): boolean {
  const last = lastPoint(until, today);
  return day === last || (day < last && day >= addDays(from, -1));
}

function lastPoint(until: PlainDate, today: PlainDate): PlainDate {
  const last = addDays(until, -1);
  return last < today ? last : today;
}

function begin(from: PlainDate, step: PointStep, place: number): PlainDate {
  if (step === 'month') return addMonths(from, place);
  return addDays(from, place * (step === 'week' ? 7 : 1));
}
