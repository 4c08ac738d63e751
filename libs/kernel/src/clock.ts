/** The one place that says what time it is, so that a test or a simulation can say otherwise. */
export abstract class Clock {
  abstract now(): Date;
}

/** The computer's own clock. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
