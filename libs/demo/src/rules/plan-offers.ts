import { dayAt, instantOn, workdayUntil } from './calendar';
import type { Offer, Step } from './road';

/** An opportunity that waits at the seam today. */
export interface Waiting {
  readonly steps: readonly Step[];
  readonly offers: readonly Offer[];
}

const opens = 545;

/** Offers without an answer: five whose time is over and six whose time still runs, whatever the hour of the day. */
export function planOffers(now: Date, workingLater: (from: Date, minutes: number) => Date): Waiting[] {
  const today = workdayUntil(dayAt(now));
  const overdue = [1, 1, 2, 3, 4].map((daysAgo, place) => instantOn(workdayUntil(today - daysAgo), 570 + place * 12));
  const fresh = [0, 1, 2, 3, 4, 5].map((place) => latestWorking(now, 5 + place * 18));
  return [...overdue, ...fresh].map((offeredAt) => ({
    steps: [
      step('nurture', new Date(offeredAt.getTime() - 21 * 86_400_000)),
      step('qualify', new Date(offeredAt.getTime() - 6 * 86_400_000)),
    ],
    offers: [
      { offeredAt, dueAt: workingLater(offeredAt, 240), state: 'offered' as const, answeredAt: null, reason: null },
    ],
  }));
}

/** The last moment of working time at least `minutes` ago. */
function latestWorking(now: Date, minutes: number): Date {
  const wanted = new Date(now.getTime() - minutes * 60_000);
  const day = dayAt(wanted);
  const last = instantOn(workdayUntil(day), 1075 - minutes);
  if (workdayUntil(day) !== day || wanted > last) return last;
  return wanted < instantOn(day, opens) ? instantOn(workdayUntil(day - 1), 1075 - minutes) : wanted;
}

const step = (stage: Step['stage'], at: Date): Step => ({
  stage,
  outcome: 'open',
  side: 'marketing',
  price: null,
  closeDay: null,
  at,
  reason: null,
});
