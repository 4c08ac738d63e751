import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { readConfig, type Config } from '@tandem/config';
import { schedule, WorkDesk, WorkLine } from '@tandem/jobs';
import { actingAs, systemActor } from '@tandem/kernel';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import type { FixedClock } from './fixed-clock';
import { testDatabaseUrl, testRedisUrl } from './servers';

/** A worker beside a running API, on the same database and clock; its jobs run when a test says so. */
export interface TestWorker {
  readonly app: INestApplicationContext;
  /** Runs one job to its end, as a wake-up would. */
  run(name: string, data?: Readonly<Record<string, string>>): Promise<void>;
  /** What an hour of wake-ups comes to: agendas written, events relayed, letters sent. */
  catchUp(): Promise<void>;
  /** Lets it work by itself, every line of its schedule once a second. */
  start(): void;
  /** Calls services directly, as the worker itself. */
  act<T>(work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export async function startWorker(
  clock: FixedClock,
  environment: Readonly<Record<string, string>> = {},
): Promise<TestWorker> {
  const config = readConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    DATABASE_URL: testDatabaseUrl(),
    REDIS_URL: testRedisUrl(),
    DATABASE_CONNECTIONS: '10',
    PUBLIC_URL: 'https://tandem.example',
    ...environment,
  });
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config, clock, hurried(config)), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const desk = app.get(WorkDesk, { strict: false });
  const run = (name: string, data = {}) => desk.run(name, data);
  return {
    app,
    run,
    catchUp: async () => {
      await run('wake-planner');
      await run('relay-outbox');
      await run('take-over-letters');
      await run('sweep-deliveries');
    },
    start: () => app.get(WorkLine, { strict: false }).start(),
    act: (work) => actingAs(systemActor('test'), work),
    stop: () => app.close(),
  };
}

const hurried = (config: Config) => schedule(config).map(({ job }) => ({ job, everySeconds: 1 }));

/** A Redis that is not there. */
export const noRedis = { REDIS_URL: 'redis://127.0.0.1:1/0' };
