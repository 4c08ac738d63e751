/** So many at a time; whoever comes then waits for their turn, in order. */
export class Lane {
  private readonly queue: (() => void)[] = [];
  private inside = 0;

  constructor(private readonly width: number) {}

  /** Resolves, when it is our turn, with what gives the place to the next one. */
  async enter(): Promise<() => void> {
    if (this.inside < this.width) this.inside += 1;
    // Whoever leaves hands the place on, so `inside` stays.
    else await new Promise<void>((resolve) => void this.queue.push(resolve));
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      const next = this.queue.shift();
      if (next) next();
      else this.inside -= 1;
    };
  }
}
