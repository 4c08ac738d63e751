import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Database } from '@tandem/database';

const windowMs = 500;
const mostLagMs = 200;
const mostWaiting = 100;
const longestWaitMs = 500;

/**
 * Feels how hard the process works: how late its event loop is in two half seconds in a row, and who waits for a connection. One
 * stall, as of a heavy answer or a collection, is no overload: it is over before anybody who is turned away would be back.
 */
@Injectable()
export class LoadGauge implements OnModuleInit, OnApplicationShutdown {
  private readonly delay = monitorEventLoopDelay({ resolution: 20 });
  /** Of the last half second, and of the one before it. */
  private lagMs: readonly [number, number] = [0, 0];
  private timer: NodeJS.Timeout;

  constructor(private readonly database: Database) {}

  onModuleInit(): void {
    this.delay.enable();
    this.timer = setInterval(() => {
      this.lagMs = [this.delay.percentile(50) / 1e6, this.lagMs[0]];
      this.delay.reset();
    }, windowMs).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.delay.disable();
  }

  /** True when more work taken in would only make everybody wait. */
  get isOverloaded(): boolean {
    const { waiting, longestMs } = this.database.queue;
    const isLate = this.lagMs.every((lag) => lag > mostLagMs);
    // While the process stood still nobody could be given a connection that was free.
    const waitedMs = longestMs - this.delay.max / 1e6;
    return isLate || waiting > mostWaiting || waitedMs > longestWaitMs;
  }
}
