import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '@tandem/config';
import { isConnectionFailure } from '@tandem/database';
import { AgreedClock, Watchdog, WorkLine } from '@tandem/jobs';
import { answerHealth } from './health';
import { WorkerModule } from './worker.module';

const retryMs = 2_000;

/** Starts as soon as the database answers, and works until it is told to stop; Redis may be away all the time. */
export async function startWorker(config: Config, logger: LoggerService): Promise<INestApplicationContext> {
  for (;;) {
    try {
      const module = WorkerModule.with(config, new AgreedClock());
      const app = await NestFactory.createApplicationContext(module, { logger, abortOnError: false });
      app.get(WorkLine, { strict: false }).start();
      app.get(Watchdog, { strict: false }).start();
      if (config.WORKER_PORT) await answerHealth(app, config);
      logger.log('The worker works.', 'Worker');
      return app;
    } catch (error) {
      if (!isConnectionFailure(error)) throw error;
      logger.warn(`The database does not answer yet (${(error as Error).message}); trying again.`, 'Worker');
      await pause(retryMs);
    }
  }
}
