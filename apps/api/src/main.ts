import 'reflect-metadata';
import { ConfigFault, readConfig } from '@tandem/config';
import { buildApi } from './api';
import { Departure } from './load/departure';

/** How long those who are let in or wait for an answer may hold the process, and how long anything may. */
const answeringMs = 20_000;
const lastMs = 30_000;

// Told to stop while it still waits for the database, it just ends; told once more, too.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, stop);
let leave: (() => Promise<void>) | null = null;

try {
  const config = readConfig();
  const app = await buildApi(config);
  await app.listen(config.PORT, config.HOST);
  leave = async () => {
    await app.get(Departure).begin(answeringMs);
    await app.close();
  };
} catch (error) {
  process.stderr.write(`${error instanceof ConfigFault ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(error instanceof ConfigFault ? error.exitCode : 1);
}

function stop(): void {
  setTimeout(() => process.exit(1), lastMs).unref();
  void (leave ? leave() : Promise.resolve()).finally(() => process.exit(0));
}
