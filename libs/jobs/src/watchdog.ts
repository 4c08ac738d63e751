import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { Heartbeat } from './heartbeat.repository';

const lookMs = 1_000;

/** Ends a worker that could not show that it lives: whoever supervises it starts a new one, and its rows are taken over. */
@Injectable()
export class Watchdog implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Watchdog');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly heartbeat: Heartbeat,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.look(), lookMs);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const { WORKER_SILENCE_SECONDS: most } = this.config;
    if (this.heartbeat.silentMs <= most * 1_000) return;
    this.logger.fatal(`This worker could not write its heartbeat for ${most} s; it ends so that a new one can start.`);
    process.exit(1);
  }
}
