// `npm run dev`: the product over the same data as `npm start`, rebuilt and restarted whenever a source changes.
import path from 'node:path';
import { keepAppAlive, productEnvironment, stopLeftoverApps } from '../product/apps.mjs';
import { buildWhatIsStale, server } from '../product/build.mjs';
import { runCommand } from '../product/command.mjs';
import { installPackages } from '../product/packages.mjs';
import { endRunning } from '../product/run.mjs';
import { openDataFolder } from '../services/data-folder.mjs';
import { followLog } from '../development/follow-log.mjs';
import { onSourceChange } from '../development/watch-sources.mjs';
import { onEnding } from '../launcher/endings.mjs';
import { publishInstances, startInstances } from '../launcher/instances.mjs';
import { keepAlive } from '../launcher/keep-alive.mjs';
import { takeDataFolder } from '../launcher/ownership.mjs';
import { explain } from '../plain-error.mjs';
import { requireFreePort } from '../launcher/port.mjs';
import { addressOf, readSettings, root } from '../launcher/settings.mjs';
import { saying } from '../launcher/say.mjs';
import { startDetached, stopProcess } from '../services/processes.mjs';

const say = saying(process.stdout);
const undo = [];
let ending = null;

try {
  await develop();
} catch (error) {
  if (!ending) void end(explain(error));
}

async function develop() {
  const settings = readSettings();
  const folder = openDataFolder(path.join(root, '.data'));
  undo.push(await takeDataFolder(folder, 'dev', say));
  onEnding(
    () => void end(0),
    () => process.exit(130),
  );
  await stopLeftoverApps(folder);
  await requireFreePort(settings);
  await installPackages(say);
  const urls = await startInstances(folder, settings, { say, undo });
  const env = productEnvironment({ urls, settings, mode: 'development' });
  undo.push(publishInstances(folder, { urls, address: addressOf(settings) }));

  const apps = ['api', 'worker'].map((app) => keepAppAlive(app, { folder, env, say }));
  undo.push(() => Promise.all(apps.map((app) => app.stop())));
  for (const app of ['api', 'worker']) undo.push(followLog(folder.logOf(app), app));
  for (const app of apps) app.settle();
  await renew(env, async () => {
    await runCommand(['seed', 'demo', '--if-empty'], { env, onLine: say });
    await Promise.all(apps.map((app) => app.startNow()));
    say(`The API listens at ${addressOf(settings)}; the page with hot replacement is the one that Vite names.`);
    await runCommand(['sign-ins'], { env, onLine: (line) => console.log(`         ${line}`) });
  });
  await startVite(folder, settings);
  undo.push(onSourceChange(server.sources, () => renew(env, () => Promise.all(apps.map((app) => app.startAnew())))));
}

/** Builds, brings the schema up to date, and lets `start` follow; a source that does not build leaves the old one running. */
async function renew(env, start) {
  try {
    await buildWhatIsStale([server], say);
    await runCommand(['migrate'], { env });
    await start();
  } catch (error) {
    if (!ending) explain(error);
  }
}

async function startVite(folder, settings) {
  const logFile = folder.logOf('vite');
  undo.push(followLog(logFile, 'vite'));
  const script = path.join(root, 'tools', 'development', 'vite-server.mjs');
  const env = { ...process.env, API_ADDRESS: addressOf(settings) };
  const start = async () => {
    const child = startDetached(process.execPath, [script], { logFile, env, cwd: root });
    return { child, stop: () => stopProcess(child.pid) };
  };
  const vite = keepAlive('Vite', start, { say });
  vite.settle();
  undo.push(() => vite.stop());
  await vite.startNow();
}

function end(code) {
  ending ??= (async () => {
    endRunning();
    for (const step of undo.reverse()) await step();
    process.exit(code);
  })();
  return ending;
}
