// Here, and only here, a benchmark fills what the product keeps ready for its figures, once everything is loaded.
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { root } from '../../../tools/launcher/settings.mjs';
import { commandLine } from '../../../tools/product/apps.mjs';
import { processorSecondsOf, takenWithChildren } from './process-use.mjs';

const lookMs = 100;

/**
 * Runs `tandem rebuild-figures`, which goes on where it was cut off and says itself how far it is: seconds, and what all its processes and the server
 * took meanwhile. It ends with the benchmark.
 */
export async function rebuildFigures({ environment, pid }, undo) {
  const before = processorSecondsOf(pid);
  const since = performance.now();
  const child = spawn(process.execPath, commandLine(['rebuild-figures', '--json']), {
    env: environment,
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  undo.push(() => {
    child.kill();
    return ended;
  });
  const own = { processor: 0, memory: 0 };
  const watch = setInterval(() => {
    const taken = takenWithChildren(child.pid) ?? own;
    own.processor = Math.max(own.processor, taken.processor);
    own.memory = Math.max(own.memory, taken.memory);
  }, lookMs);
  const code = await ended.finally(() => clearInterval(watch));
  if (code !== 0) throw new Error(`tandem rebuild-figures ended with ${code}`);
  const serverProcessor = before === null ? null : processorSecondsOf(pid) - before;
  return { seconds: (performance.now() - since) / 1_000, ...own, serverProcessor };
}
