import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Database } from '@tandem/database';

const windowMs = 500;
const mostLagMs = 200;
const mostWaiting = 100;
const longestWaitMs = 500;

/** Feels how hard the process works: how late its event loop is by half of a second's samples, and who waits for a connection. */
@Injectable()
export class LoadGauge implements OnModuleInit, OnApplicationShutdown {
  private readonly delay = monitorEventLoopDelay({ resolution: 20 });
  private lagMs = 0;
  private timer: NodeJS.Timeout;

  constructor(private readonly database: Database) {}

  onModuleInit(): void {
    this.delay.enable();
    this.timer = setInterval(() => {
      this.lagMs = this.delay.percentile(50) / 1e6;
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
    return this.lagMs > mostLagMs || waiting > mostWaiting || longestMs > longestWaitMs;
  }
}
