// One run of a benchmark from its first line to its last: what it began ends in reverse, whether it is done, fails or is asked to end.
import os from 'node:os';
import { parseArgs } from 'node:util';
import { onEnding } from '../../../tools/launcher/endings.mjs';
import { explain } from '../../../tools/plain-error.mjs';
import { endRunning } from '../../../tools/product/run.mjs';

const interrupted = 130;

/**
 * `options` as `parseArgs` takes them, `read` makes of their values what `run` is given, beside `undo`: `undo.push(step)` says how to end
 * what was begun. Whoever asks twice does not wait.
 */
export async function runBench({ help, options, read, run }) {
  const steps = [];
  const undo = { push: (step) => void steps.push(step) };
  let ending = null;
  const end = () => (ending ??= endAll(steps));
  const endAsked = () => {
    process.exitCode = interrupted;
    endRunning();
    void end().finally(() => process.exit(interrupted));
  };
  onEnding(endAsked, () => process.exit(interrupted));
  try {
    await run({ ...read(readOptions(options, help)), undo });
  } catch (error) {
    // Whatever breaks because everything ends is no news.
    if (!ending) process.exitCode = explain(error);
  }
  await end();
  process.exit();
}

/** The files go when nobody uses them any more. What fails to end keeps nothing else from ending, nor does what begins meanwhile. */
async function endAll(steps) {
  for (let step = steps.pop(); step; step = steps.pop()) {
    try {
      await step();
    } catch (error) {
      console.error(error);
    }
  }
}

function readOptions(options, help) {
  const switches = Object.fromEntries(
    ['memory', 'json', 'help'].map((name) => [name, { type: 'boolean', default: false }]),
  );
  const { values } = parseArgs({ options: { ...options, ...switches } });
  if (!values.help) return values;
  console.log(help);
  process.exit(0);
}

/** Where it was measured. */
export const machineNow = ({ version }) => ({
  date: new Date().toISOString().slice(0, 10),
  cores: os.availableParallelism(),
  processor: os.cpus()[0]?.model ?? null,
  load: os.loadavg()[0],
  memory: os.totalmem(),
  node: process.version,
  server: version,
});
