// The processes of the product: API, worker and the command line.
import { setTimeout as pause } from 'node:timers/promises';
import { runQuietly } from '../../../tools/product/run.mjs';
import { hasEnded, startDetached } from '../../../tools/services/processes.mjs';
import { underClock } from './clock.mjs';
import { keepUp } from './kept-up.mjs';

/** A worker shows nothing from outside; one that has lived this long has found its database. */
const workerSettledMs = 3_000;

/** An API on a port of its own; it serves when it says so itself. */
export function keepApi(name, { folder, env, port, say }) {
  const answers = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok ?? false;
  const isReady = async (child) => {
    while (!hasEnded(child) && !(await answers())) await pause(50);
  };
  return keepApp(name, 'api', { folder, env: { ...env, PORT: String(port) }, isReady, say });
}

/** `envOfStart(1)` is what its first start finds in the environment beyond `env`, `envOfStart(2)` its second. */
export function keepWorker(name, { folder, env, envOfStart, say }) {
  return keepApp(name, 'worker', { folder, env, envOfStart, isReady: () => pause(workerSettledMs), say });
}

/** `clock.aheadMs` may be set at any time; it counts from the next start on. */
function keepApp(name, app, { folder, env, envOfStart = () => ({}), isReady, say }) {
  const clock = { aheadMs: 0 };
  let starts = 0;
  const options = { logFile: folder.logOf(name), cwd: folder.root, endWithLauncher: 'KILL' };
  const begin = async () => {
    const environment = { ...env, ...envOfStart(++starts) };
    return startDetached(process.execPath, [folder.mainOf(app, { isPacked: !environment.NODE_OPTIONS })], {
      ...options,
      env: underClock(clock.aheadMs, environment),
    });
  };
  return Object.assign(keepUp(name, { begin, isReady, say }), { clock });
}

/** Runs one command of the command line to its end: `{ code, stdout, output }`. */
export function runTandem(words, { folder, env }) {
  return runQuietly(process.execPath, [folder.mainOf('cli'), ...words], { env });
}
