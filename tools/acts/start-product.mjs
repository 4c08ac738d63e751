// `npm start`: from a fresh checkout to a page in the browser, and an orderly end.
import path from 'node:path';
import { buildWhatIsStale, server, web } from '../product/build.mjs';
import { keepAppAlive, productEnvironment, stopLeftoverApps } from '../product/apps.mjs';
import { runCommand } from '../product/command.mjs';
import { installPackages } from '../product/packages.mjs';
import { untilReady } from '../product/readiness.mjs';
import { endRunning } from '../product/run.mjs';
import { openDataFolder } from '../services/data-folder.mjs';
import { bringSchemaUpToDate } from '../product/schema.mjs';
import { sayWhereToSetUp, setupCode } from '../launcher/first-run.mjs';
import { onEnding } from '../launcher/endings.mjs';
import { startInstances, publishInstances } from '../launcher/instances.mjs';
import { takeDataFolder } from '../launcher/ownership.mjs';
import { explain, PlainError } from '../plain-error.mjs';
import { requireFreePort } from '../launcher/port.mjs';
import { addressOf, readSettings, root } from '../launcher/settings.mjs';
import { saying } from '../launcher/say.mjs';

const say = saying(process.stdout);
const undo = []; // what has been started, undone from the last to the first
let ending = null;

try {
  await start();
} catch (error) {
  if (!ending) void end(explain(error));
}

async function start() {
  const wishes = readWishes(process.argv.slice(2));
  const settings = readSettings();
  const folder = openDataFolder(path.join(root, '.data'));
  undo.push(await takeDataFolder(folder, 'start', say));
  onEnding(
    () => void end(0),
    () => process.exit(130),
  );
  await stopLeftoverApps(folder);
  await requireFreePort(settings);
  const [, urls] = await bothOrNeither(prepare(), startServers(folder, settings));
  goOn();
  const env = { ...productEnvironment({ urls, settings }), SETUP_CODE: setupCode() };
  const schemaIsNew = await bringSchemaUpToDate({ folder, settings, env });
  const demo = wishes.demo ? runCommand(['seed', 'demo', '--if-empty'], { env, onLine: say }) : Promise.resolve();
  demo.catch(() => {}); // awaited further down, perhaps after it has failed
  if (schemaIsNew) await demo;
  goOn();
  const address = addressOf(settings);
  await startApps({ folder, env, address, demo });
  undo.push(publishInstances(folder, { urls, address }));
  goOn();
  say(`Tandem is ready: ${address}`);
  await runCommand(['sign-ins'], { env, onLine: (line) => console.log(`         ${line}`) });
  await sayWhereToSetUp({ address, code: env.SETUP_CODE });
  console.log(`         Logs are in ${path.relative(process.cwd(), folder.logs) || '.'}; Ctrl-C stops everything.`);
}

/** `--empty` leaves an empty database as it is: whoever opens the page sets it up. */
function readWishes(words) {
  const strange = words.find((word) => word !== '--empty');
  if (strange)
    throw new PlainError(`npm start knows --empty only, as in npm start -- --empty; it was given ${strange}.`);
  return { demo: !words.includes('--empty') };
}

async function prepare() {
  await installPackages(say);
  await buildWhatIsStale([server, web], say);
}

async function startServers(folder, settings) {
  const urls = await startInstances(folder, settings, { say, undo });
  say('Database and Redis are running.');
  return urls;
}

/** Waits for both, so that what one of them started is known and can be undone when the other fails. */
async function bothOrNeither(...acts) {
  const results = await Promise.allSettled(acts);
  const failed = results.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  return results.map(({ value }) => value);
}

/** The worker waits for the demo company: it must not plan meetings of half of it. */
async function startApps({ folder, env, address, demo }) {
  const [api, worker] = ['api', 'worker'].map((app) => keepAppAlive(app, { folder, env, say }));
  undo.push(() => Promise.all([api.stop(), worker.stop()]));
  await api.startNow();
  const everything = Promise.all([untilReady(address), demo.then(() => worker.startNow())]);
  await Promise.race([everything, api.gaveUp, worker.gaveUp]);
  api.settle();
  worker.settle();
}

/** Asked between two steps: when the end has begun, starting stops here. */
function goOn() {
  if (ending) throw new Error('ending');
}

function end(code) {
  ending ??= (async () => {
    const somethingRuns = undo.length > 1; // the first is the lock
    if (somethingRuns) say('Stopping …');
    endRunning();
    for (const step of undo.reverse()) await step();
    if (somethingRuns) say('Stopped.');
    process.exit(code);
  })();
  return ending;
}
