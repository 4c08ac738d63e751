// Processes that outlive a call: starting them, knowing them again, stopping them.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findProgram } from './find-program.mjs';

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** When a process began, as the system tells it; null when there is none. Pids are reused, births are not. */
export function birthOf(pid) {
  if (process.platform === 'linux') {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ');
      return fields[0] === 'Z' ? null : fields[19]; // a zombie waits for its parent, it does no work
    } catch {
      return null;
    }
  }
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || null;
}

export function rememberProcess(file, pid) {
  writeFileSync(file, JSON.stringify({ pid, birth: birthOf(pid) }), { mode: 0o600 });
}

/** The pid written in a file, if that very process still lives; otherwise 0. */
export function rememberedPid(file) {
  try {
    const { pid, birth } = JSON.parse(readFileSync(file, 'utf8'));
    return birth !== null && birthOf(pid) === birth ? pid : 0;
  } catch {
    return 0;
  }
}

/** Asks a process to end, waits, then insists. */
export async function stopProcess(pid, { patienceMs = 15_000, signal = 'SIGTERM' } = {}) {
  const birth = pid ? birthOf(pid) : null;
  if (birth === null) return;
  send(pid, signal);
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(15)) {
    if (birthOf(pid) !== birth) return;
  }
  send(pid, 'SIGKILL');
  while (birthOf(pid) === birth) await sleep(15);
}

/** Stops what an earlier launcher left behind, and forgets it. */
export async function stopRemembered(file, options) {
  await stopProcess(rememberedPid(file), options);
  rmSync(file, { force: true });
}

/**
 * Starts a process in a group of its own, so that Ctrl-C reaches the launcher alone and it can stop things in order.
 * On Linux it also gets `endWithLauncher` when the launcher is killed outright.
 */
export function startDetached(program, args, { logFile, endWithLauncher = 'TERM', env = process.env, cwd } = {}) {
  mkdirSync(path.dirname(logFile), { recursive: true, mode: 0o700 });
  const log = openSync(logFile, 'a', 0o600);
  const setpriv = process.platform === 'linux' ? findProgram(['setpriv']) : null;
  const [command, ...rest] = setpriv
    ? [setpriv, '--pdeathsig', endWithLauncher, '--', program, ...args]
    : [program, ...args];
  const child = spawn(command, rest, { stdio: ['ignore', log, log], detached: true, env, cwd });
  closeSync(log);
  child.on('error', () => {}); // shows as exit code -2 to whoever waits
  return child;
}

export const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

export const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** The end of a log, of what was written after it had `from` bytes. */
export function lastLines(file, { from = 0, count = 20 } = {}) {
  try {
    return readFileSync(file).subarray(from).toString('utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // it ended in between
  }
}
