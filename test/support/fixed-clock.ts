import { Clock } from '@tandem/kernel';

/** A clock that stands still until a test moves it. */
export class FixedClock extends Clock {
  private moment: Date;

  constructor(moment = '2026-11-23T09:00:00.000Z') {
    super();
    this.moment = new Date(moment);
  }

  override now(): Date {
    return new Date(this.moment);
  }

  set(moment: string): void {
    this.moment = new Date(moment);
  }

  advance(milliseconds: number): void {
    this.moment = new Date(this.moment.getTime() + milliseconds);
  }
}
