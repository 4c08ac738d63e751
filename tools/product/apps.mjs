// The processes of the product: API and worker, kept alive, and the command line, run to its end.
import path from 'node:path';
import { keepAlive } from '../launcher/keep-alive.mjs';
import { root } from '../launcher/settings.mjs';
import { turnLog } from '../services/data-folder.mjs';
import {
  lastLines,
  rememberProcess,
  sizeOf,
  startDetached,
  stopProcess,
  stopRemembered,
} from '../services/processes.mjs';

const mainOf = (app) => path.join(root, 'dist', 'packed', `${app}.js`);

/** What every process of the product is told. What the person has set stays, except where we know better. */
export function productEnvironment({ urls, settings, mode = 'production' }) {
  return {
    ...process.env,
    ...urls,
    HOST: settings.host,
    PORT: String(settings.port),
    WEB_DIR: path.join(root, 'dist', 'web'),
    NODE_ENV: mode,
  };
}

/** API or worker, started now and again whenever it ends. */
export function keepAppAlive(app, { folder, env, say }) {
  const logFile = folder.logOf(app);
  let from = 0;
  const start = async () => {
    turnLog(logFile);
    from = sizeOf(logFile);
    const child = startDetached(process.execPath, ['--enable-source-maps', mainOf(app)], {
      logFile,
      // Only who migrates has to know the owner of the tables.
      env: { ...env, DATABASE_OWNER_URL: '' },
      cwd: root,
    });
    rememberProcess(pidFileOf(app, folder), child.pid);
    return { child, stop: () => stopProcess(child.pid, { patienceMs }) };
  };
  return keepAlive(titles[app], start, { say, explainEnd: () => lastLines(logFile, { from }) });
}

/** Ends an API or worker that an earlier launcher could not end itself. */
export async function stopLeftoverApps(folder) {
  await Promise.all(Object.keys(titles).map((app) => stopRemembered(pidFileOf(app, folder), { patienceMs })));
}

/** The words with which node runs the command line of the product. */
export const commandLine = (args) => ['--enable-source-maps', mainOf('cli'), ...args];

// An API that answers who waits ends within thirty seconds, and at once when nobody does.
const patienceMs = 32_000;

const titles = { api: 'The API', worker: 'The worker' };

const pidFileOf = (app, folder) => path.join(folder.run, `${app}.json`);
