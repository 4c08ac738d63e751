// `npm run -s tandem -- <command>`: the command line of the product, whether or not `npm start` is running.
// stdout carries what the command prints and nothing else.
import path from 'node:path';
import { commandLine, productEnvironment } from '../product/apps.mjs';
import { buildWhatIsStale, server } from '../product/build.mjs';
import { installPackages } from '../product/packages.mjs';
import { endRunning, runOpenly } from '../product/run.mjs';
import { bringSchemaUpToDate } from '../product/schema.mjs';
import { openDataFolder } from '../services/data-folder.mjs';
import { onEnding } from '../launcher/endings.mjs';
import { startInstances } from '../launcher/instances.mjs';
import { joinOrTakeDataFolder } from '../launcher/ownership.mjs';
import { explain } from '../plain-error.mjs';
import { readSettings, root } from '../launcher/settings.mjs';

const args = process.argv.slice(2);
const say = (message) => process.stderr.write(`${message}\n`);
const undo = [];

process.exitCode = await run().catch(explain);
for (const step of undo.reverse()) await step();
process.exit();

async function run() {
  onEnding(
    (reason) => endRunning(reason === 'SIGINT' ? 'SIGINT' : 'SIGTERM'),
    () => process.exit(130),
  );
  const settings = readSettings();
  await installPackages(say);
  await buildWhatIsStale([server], say);
  const urls = needsServers() ? await findOrStartServers(settings) : {};
  // Paths in the arguments are meant from where the person stands; npm has gone to the root of the project.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return runOpenly(process.execPath, commandLine(args), { env: productEnvironment({ urls, settings }), cwd });
}

async function findOrStartServers(settings) {
  if (settings.databaseUrl && settings.redisUrl) return {};
  const folder = openDataFolder(path.join(root, '.data'));
  const { unlock, urls: found } = await joinOrTakeDataFolder(folder, say);
  if (found) return { ...found, ...given(settings) };
  undo.push(unlock);
  const urls = await startInstances(folder, settings, { say, undo });
  await bringSchemaUpToDate({ folder, settings, env: productEnvironment({ urls, settings }) });
  return urls;
}

function given({ databaseUrl, ownerUrl, redisUrl }) {
  return {
    ...(databaseUrl && { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl }),
    ...(redisUrl && { REDIS_URL: redisUrl }),
  };
}

function needsServers() {
  return args.length > 0 && !args.some((arg) => ['-h', '--help', '-V', '--version'].includes(arg));
}
