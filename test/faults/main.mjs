// `npm run faults -- <name>`: one run of the catalogue, and a verdict on it.
import { onEnding } from '../../tools/launcher/endings.mjs';
import { explain, PlainError } from '../../tools/plain-error.mjs';
import { catalogue } from './catalogue.mjs';
import { openHouse } from './harness/house.mjs';
import { help } from './help.mjs';
import { openLedgerRun } from './ledger/run.mjs';
import { readOptions } from './options.mjs';
import { play } from './play.mjs';
import { proveHarness } from './prove-harness.mjs';
import { printVerdict } from './report.mjs';
import { setUp } from './set-up.mjs';
import { openSmtpRun } from './smtp/run.mjs';
import { verdictOf } from './verdict.mjs';

const began = performance.now();
const say = (message) =>
  process.stderr.write(`${((performance.now() - began) / 1_000).toFixed(1).padStart(7)} s  ${message}\n`);
const [name] = process.argv.slice(2);
let house = null;
const apart = new Map([
  ['smtp', openSmtpRun],
  ['fact-ledger', openLedgerRun],
]);

onEnding((reason) => {
  say(`ended by ${reason}`);
  void Promise.resolve(house?.close()).finally(() => process.exit(130));
});
process.exitCode = await main().catch(explain);
process.exit();

async function main() {
  if (!name || ['--help', '-h', 'help'].includes(name)) return console.log(help) ?? 0;
  if (name === 'prove') return (await proveHarness(say)) ?? 0;
  if (apart.has(name)) return carryApart(apart.get(name));
  const found = catalogue.get(name);
  if (!found) throw new PlainError(`There is no run called "${name}"; npm run faults -- --help lists them.`, 2);
  const options = readOptions();
  const run = setUp(found, options);
  if (run.provesItself) await proveHarness(say);
  return carry(run, Boolean(options.keep));
}

/** Runs that set up and judge by themselves. */
async function carryApart(open) {
  house = open(say);
  try {
    return await house.play();
  } finally {
    await house.close();
  }
}

async function carry(run, keeps) {
  say(`${run.name}, seed ${run.seed}: starting MariaDB and Redis`);
  house = await openHouse(run, say);
  try {
    const verdict = verdictOf(run, await play(run, house, say));
    if (keeps || !verdict.ok)
      say(`journal and logs are kept in ${house.folder.keepEvidence(`${run.name}-${run.seed}`)}`);
    printVerdict(verdict);
    return verdict.ok ? 0 : 1;
  } catch (error) {
    say(`journal and logs are kept in ${house.folder.keepEvidence(`${run.name}-${run.seed}`)}`);
    throw error;
  } finally {
    await house.close();
  }
}
