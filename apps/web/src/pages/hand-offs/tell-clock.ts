import type { DeskOfferWire } from '@tandem/contracts';

/** A stretch of working time, in milliseconds. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

interface Clock extends Pick<DeskOfferWire, 'secondsLeft' | 'responseMinutes' | 'overdue'> {
  /** The moment of the server that `secondsLeft` speaks of. */
  readonly asOf: number;
  /** When the receiving team works from then on. */
  readonly spans: readonly Span[];
}

export interface ToldClock {
  /** Of working time; below 0 it is late by so much. */
  readonly seconds: number;
  readonly standing: 'calm' | 'soon' | 'late';
  /** When a clock that stands still runs on; null for one that runs, or does not in the days ahead. */
  readonly runsAt: number | null;
}

/** The last quarter of the time that was promised is soon. */
const soonShare = 1 / 4;

/** What the clock of an offer shows at a later moment: it runs while the receiving team works, and stands still in between. */
export function tellClock({ secondsLeft, responseMinutes, overdue, asOf, spans }: Clock, now: number): ToldClock {
  const worked = spans.reduce(
    (sum, span) => sum + Math.max(0, Math.min(span.until, now) - Math.max(span.from, asOf)),
    0,
  );
  const seconds = secondsLeft - Math.floor(worked / 1000);
  const inTime = seconds <= responseMinutes * 60 * soonShare ? 'soon' : 'calm';
  const isRunning = spans.some(({ from, until }) => from <= now && now < until);
  return {
    seconds,
    standing: overdue || seconds < 0 ? 'late' : inTime,
    runsAt: isRunning ? null : (spans.find(({ from }) => from > now)?.from ?? null),
  };
}
