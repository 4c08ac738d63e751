import 'reflect-metadata';
import { ConfigFault, readConfig } from '@tandem/config';
import { logger } from './logger';
import { startWorker } from './worker';

/** Longer than the time jobs are given to finish; after it the leases in the database take over. */
const lastMs = 10_000;

// Told to stop while it still waits for the database, it just ends.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
let close: (() => Promise<void>) | null = null;

try {
  const config = readConfig();
  const app = await startWorker(config, logger(config));
  close = () => app.close();
} catch (error) {
  process.stderr.write(`${error instanceof ConfigFault ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(error instanceof ConfigFault ? error.exitCode : 1);
}

function stop(): void {
  setTimeout(() => process.exit(1), lastMs).unref();
  void (close ? close() : Promise.resolve()).finally(() => process.exit(0));
}
