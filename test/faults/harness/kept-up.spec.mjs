import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { birthOf } from '../../../tools/services/processes.mjs';
import { keepUp } from './kept-up.mjs';

describe('a process that is kept up', () => {
  const begun = [];
  let part;

  /** Every start runs the next of the scripts, the last one again and again. */
  function keeping(...scripts) {
    begun.length = 0;
    const begin = async () => {
      const child = spawn(process.execPath, ['-e', scripts[Math.min(begun.length, scripts.length - 1)]]);
      begun.push(child.pid);
      return child;
    };
    part = keepUp('part', { begin, isReady: () => pause(settledMs), say: () => {} });
    return part;
  }

  afterEach(() => part.kill());

  it('dies by its pid and stays down until it is wanted again', async () => {
    await keeping(forever).up();
    await part.kill();
    await pause(350);
    assert.equal(birthOf(begun[0]), null);
    assert.equal(begun.length, 1);
    const wanted = performance.now();
    assert.ok(part.begunAt < wanted);
    await part.up();
    assert.equal(begun.length, 2);
    assert.equal(part.pid, begun[1]);
    assert.ok(part.begunAt >= wanted);
    assert.equal(part.endedByItself, 0);
  });

  it('comes back when it ended by itself, and that is counted', async () => {
    await keeping('setTimeout(() => process.exit(7), 1200)', forever).up();
    await until(() => begun.length === 2);
    assert.equal(part.endedByItself, 1);
  });

  it('is started again when it never served, as while its database is away, and that is not held against it', async () => {
    await keeping('process.exit(1)', forever).up();
    assert.equal(begun.length, 2);
    assert.equal(part.endedByItself, 0);
    assert.equal(part.ends, 1);
  });

  it('stands still while it is frozen', async () => {
    await keeping(forever).up();
    part.freeze();
    await until(() => stateOf(begun[0]) === 'T');
    part.thaw();
    await until(() => stateOf(begun[0]) !== 'T');
  });
});

/** As the system sees it: T is stopped by a signal. */
const stateOf = (pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()[0];

/** Longer than an empty program takes to end. */
const settledMs = 700;

const forever = 'setInterval(() => {}, 1000)';

async function until(isTrue) {
  for (const end = performance.now() + 5_000; !isTrue(); await pause(10)) {
    if (performance.now() > end) throw new Error(`it never came to be that ${isTrue}`);
  }
}
