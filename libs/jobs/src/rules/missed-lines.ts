/** When a line of the schedule was last begun here, in milliseconds of any steady clock; null when it never was. */
export interface Begun {
  readonly everyMs: number;
  readonly lastMs: number | null;
  readonly running: boolean;
}

/**
 * The lines nobody woke in time: one and a half rhythms without a wake-up from Redis and the worker wakes itself,
 * so that an outage or a wiped Redis delays work by half a rhythm and loses none.
 */
export const missedLines = <Line extends Begun>(lines: readonly Line[], nowMs: number): Line[] =>
  lines.filter(({ everyMs, lastMs, running }) => !running && (lastMs === null || nowMs - lastMs >= everyMs * 1.5));
