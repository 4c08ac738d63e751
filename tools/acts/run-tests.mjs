// `npm test`: everything but the long proofs, on throwaway servers. Arguments go to jest, as in `npm test -- test/api/moves`; whoever
// names something may mean a proof.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildWhatIsStale, modulesOfTests, server, web } from '../product/build.mjs';
import { installPackages } from '../product/packages.mjs';
import { endRunning, runOpenly } from '../product/run.mjs';
import { obtainChromium } from '../services/chromium.mjs';
import { startThrowawayPair } from '../services/throwaway-pair.mjs';
import { onEnding } from '../launcher/endings.mjs';
import { explain } from '../plain-error.mjs';
import { root } from '../launcher/settings.mjs';
import { saying } from '../launcher/say.mjs';
import { browserStories } from '../tests/browser-stories.mjs';
import { countTests, sentence } from '../tests/tally.mjs';

const say = saying(process.stderr);
const underCi = ['true', '1'].includes(process.env.CI ?? '');
const undo = [];

process.exitCode = await test().catch(explain);
for (const step of undo.reverse()) await step();
process.exit();

async function test() {
  onEnding(
    () => endRunning(),
    () => process.exit(130),
  );
  await installPackages(say);
  const [pair, chromium] = await prepare();
  const workshop = mkdtempSync(path.join(os.tmpdir(), 'tandem-jest-'));
  undo.push(() => rmSync(workshop, { recursive: true, force: true }));
  const results = path.join(workshop, 'results.json');

  const skipped = chromium.path ? [] : browserStories();
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    TEST_DATABASE_URL: pair.databaseUrl,
    TEST_DATABASE_OWNER_URL: pair.ownerUrl,
    TEST_REDIS_URL: pair.redisUrl,
    ...(chromium.path ? { CHROMIUM_PATH: chromium.path } : { BROWSER_STORIES: 'skip' }),
  };
  const code = await runOpenly(process.execPath, jest(results, chromium), { env, cwd: root });
  return report(code, countTests(results), { skipped, advice: chromium.advice });
}

async function prepare() {
  const build = buildWhatIsStale([server, web, modulesOfTests], say);
  const [pair, chromium] = [startThrowawayPair(say), obtainChromium(say)];
  undo.push(async () => (await pair).stop());
  const outcomes = await Promise.allSettled([pair, chromium, build]);
  const failed = outcomes.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  return outcomes.map(({ value }) => value);
}

function jest(results, chromium) {
  // Room for what is young: most of what a file of tests makes is rubbish at its end, and sweeping costs a twentieth of the whole.
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--max-semi-space-size=64'];
  const ignored = [...(chromium.path ? [] : ['browser']), ...(process.argv.length > 2 ? [] : ['proofs'])];
  const without = ignored.length > 0 ? ['--ignoreProjects', ...ignored] : [];
  const args = ['--json', `--outputFile=${results}`, ...without];
  return [...node, 'node_modules/jest/bin/jest.js', ...process.argv.slice(2), ...args];
}

/** Names what was skipped, prints the tally last, and gives the exit code. */
function report(code, tally, { skipped, advice }) {
  if (skipped.length > 0) {
    console.log(`\nNo browser was found, so these browser stories were skipped (${advice}):`);
    for (const story of skipped) console.log(`  ${story}`);
  }
  console.log(sentence({ ...tally, skipped: tally.skipped + skipped.length }));
  return code !== 0 || (underCi && skipped.length > 0) ? 1 : 0;
}
