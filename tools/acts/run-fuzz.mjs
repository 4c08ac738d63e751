// `npm run fuzz -- --requests 100000 --seed 7`: the long run of the fuzzer, against the built API as a process of its own.
import { parseArgs } from 'node:util';
import { buildWhatIsStale, server } from '../product/build.mjs';
import { installPackages } from '../product/packages.mjs';
import { endRunning, runOpenly } from '../product/run.mjs';
import { onEnding } from '../launcher/endings.mjs';
import { explain, PlainError } from '../plain-error.mjs';
import { root } from '../launcher/settings.mjs';

onEnding(
  () => endRunning(),
  () => process.exit(130),
);
process.exitCode = await run().catch(explain);
process.exit();

async function run() {
  const env = environmentOf(process.argv.slice(2));
  await installPackages(console.error);
  await buildWhatIsStale([server], console.error);
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = ['node_modules/jest/bin/jest.js', '--runInBand', '--silent', 'test/fuzz/fuzz.story.ts'];
  return runOpenly(process.execPath, [...node, ...jest], { env: { ...process.env, ...env }, cwd: root });
}

function environmentOf(words) {
  const text = { type: 'string' };
  const { values } = parseArgs({ args: words, options: { requests: text, seed: text, only: text } });
  const { requests = '100000', seed = String(Math.floor(Date.now() / 1000) % 1_000_000), only } = values;
  for (const number of [requests, seed, only ?? '0'])
    if (!/^\d{1,9}$/.test(number)) throw new PlainError(`${String(number)} is not a whole number.`);
  return { FUZZ_REQUESTS: requests, FUZZ_SEED: seed, ...(only === undefined ? {} : { FUZZ_ONLY: only }) };
}
