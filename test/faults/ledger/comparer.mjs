// The program that compares, from outside: started once, asked for one snapshot after the other, ended by its pid.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('compare.mjs', import.meta.url));

export async function openComparer(house, { environment, name }) {
  const log = openSync(house.folder.logOf(name), 'a');
  const child = spawn(process.execPath, [program], {
    env: { ...house.env, ...environment },
    stdio: ['pipe', 'pipe', log],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`the program that compares has ended; its log is ${name}`);
    return JSON.parse(value);
  };
  await next();
  return {
    look() {
      child.stdin.write('look\n');
      return next();
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
