// The product as an operator runs it: real processes on loopback, each stopped by its own process id.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '../../..');

export async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Runs one command of the command line to its end. */
export async function tandem(environment, ...words) {
  const child = spawn(process.execPath, ['dist/apps/cli/src/main.js', ...words], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`tandem ${words.join(' ')} ended with ${code}`);
  return output;
}

/** An API that can be killed without warning and started again on the same port. */
export function apiProcess(environment, port) {
  let child;
  const url = `http://127.0.0.1:${port}`;
  const ready = async () => {
    for (let tries = 0; tries < 600; tries++) {
      const answer = await fetch(`${url}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await pause(25);
    }
    throw new Error('the API did not become ready');
  };
  return {
    url,
    async start() {
      child = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
        cwd: root,
        env: { ...environment, PORT: String(port), LOG_LEVEL: 'error' },
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      await ready();
    },
    async kill() {
      const gone = once(child, 'exit');
      process.kill(child.pid, 'SIGKILL');
      await gone;
    },
  };
}
