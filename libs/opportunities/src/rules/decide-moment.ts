import { decideOpenDay, isRefusal, localDate, refusal, type PlainDate, type Refusal, type Zone } from '@tandem/kernel';

/** Between which bounds something may be said to have been true. */
export interface MomentFacts {
  readonly now: Date;
  readonly zone: Zone;
  /** When the opportunity began. */
  readonly beganAt: Date;
  /** When the latest row of its log was true, corrections read in. */
  readonly latestAt: Date;
  readonly lockedBefore: PlainDate | null;
}

/** May a change be dated back to this instant? Between the latest change before it and now, and on a day that is not locked. */
export function decideMoment(at: Date, { now, zone, beganAt, latestAt, lockedBefore }: MomentFacts): Date | Refusal {
  const pointer = '/at';
  if (at > now) {
    return refusal('opportunity.at_ahead', 'When it was true cannot lie ahead: leave it out, and it is now.', {
      pointer,
      latest: now.toISOString(),
    });
  }
  if (at < beganAt) {
    const earliest = beganAt.toISOString();
    return refusal(
      'opportunity.at_before_beginning',
      `It began on ${earliest}: give another date to its beginning first.`,
      {
        pointer,
        earliest,
      },
    );
  }
  if (at < latestAt) {
    const earliest = latestAt.toISOString();
    return refusal(
      'opportunity.at_before_latest',
      `Its latest change was true at ${earliest}: take an instant from then on, or correct that change first.`,
      { pointer, earliest },
    );
  }
  const day = decideOpenDay(localDate(at, zone), lockedBefore, pointer);
  return isRefusal(day) ? day : at;
}
