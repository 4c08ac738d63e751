// Running a program to its end.
import { spawn } from 'node:child_process';

const running = new Set();

/** Ends every program that is still at it, because the person does not want to wait. */
export function endRunning(signal = 'SIGTERM') {
  for (const child of running) child.kill(signal);
}

/** Runs a program quietly: `{ code, output, stdout }`, where code is null when a signal ended it. */
export function runQuietly(program, args, { env = process.env, cwd } = {}) {
  return new Promise((resolve, reject) => {
    let output = '';
    let stdout = '';
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env, cwd });
    note(child);
    child.stdout.on('data', (text) => {
      stdout += text;
      output += text;
    });
    child.stderr.on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, output, stdout }));
  });
}

/** Runs a program that talks to the person itself; resolves with its exit code, 128 + n after signal n. */
export function runOpenly(program, args, { stdio = 'inherit', env = process.env, cwd } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio, env, cwd });
    note(child);
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signalNumbers[signal] ?? 1)));
  });
}

function note(child) {
  running.add(child);
  child.once('close', () => running.delete(child));
}

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
