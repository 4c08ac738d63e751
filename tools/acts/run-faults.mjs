// `npm run faults -- <name>`: a run of the fault harness under test/faults, against a product that is built.
import path from 'node:path';
import { buildWhatIsStale, server } from '../product/build.mjs';
import { installPackages } from '../product/packages.mjs';
import { endRunning, runOpenly } from '../product/run.mjs';
import { onEnding } from '../launcher/endings.mjs';
import { explain } from '../plain-error.mjs';
import { root } from '../launcher/settings.mjs';

const main = path.join(root, 'test', 'faults', 'main.mjs');
const words = process.argv.slice(2);

// The harness ends what it started, and only then this ends.
onEnding(
  () => endRunning(),
  () => process.exit(130),
);
process.exitCode = await run().catch(explain);
process.exit();

async function run() {
  await installPackages(console.error);
  const needsProduct = words.length > 0 && !['--help', '-h', 'help', 'prove'].includes(words[0]);
  if (needsProduct) await buildWhatIsStale([server], console.error);
  return runOpenly(process.execPath, [main, ...words], { cwd: root });
}
