/**
 * The moment by which something must have ended. Two clocks watch it, and the one that ran further counts: one stands still while
 * a machine sleeps, the other can be set. A process that was stopped for minutes finds it passed before it does anything else.
 */
export class Deadline {
  private readonly steady = performance.now();
  private readonly shown = Date.now();

  constructor(private readonly ms: number) {}

  get remainingMs(): number {
    const gone = Math.max(performance.now() - this.steady, Date.now() - this.shown);
    return Math.max(0, this.ms - gone);
  }

  get hasPassed(): boolean {
    return this.remainingMs === 0;
  }
}
