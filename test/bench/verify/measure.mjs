// `tandem verify` as a process of its own, watched from outside.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { commandLine } from '../../../tools/product/apps.mjs';
import { root } from '../../../tools/launcher/settings.mjs';

const everyMs = 100;

export async function measure(env, connections) {
  const since = performance.now();
  const args = commandLine(['verify', '--json', '--connections', String(connections)]);
  const child = spawn(process.execPath, args, { env, cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (text) => (printed += text));
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid))), everyMs);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearInterval(watch);
  if (code !== 0 && code !== 1) throw new Error(`tandem verify ended with ${code}`);
  const { looked, violations, seconds, parts, verdicts } = JSON.parse(printed);
  return {
    seconds: (performance.now() - since) / 1_000,
    verifying: seconds,
    peakMemory: peak,
    looked,
    violations,
    parts,
    verdicts: verdicts.map(({ id, looked: rows, violations: faults }) => ({ id, looked: rows, violations: faults })),
  };
}

/** Bytes that a process holds at most, or now where the system does not remember the peak; 0 when it is gone. */
function memoryOf(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) * 1_024;
  } catch {
    const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
    return Number(stdout?.trim() ?? 0) * 1_024;
  }
}
