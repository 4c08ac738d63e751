import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { mountSmallDisk } from './small-disk.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tandem-small-disk-'));
const at = path.join(folder, 'disk');
after(() => rmSync(folder, { recursive: true, force: true }));

/** Null where it cannot be had. */
function mounted() {
  try {
    return mountSmallDisk(at);
  } catch (error) {
    assert.equal(error.exitCode, 77);
    return null;
  }
}

describe('a disk that can be filled', () => {
  it('is refused in one sentence, and not as a pass, where nobody may mount', () => {
    for (const program of ['false', 'no-such-program'])
      assert.throws(() => mountSmallDisk(at, { program }), {
        exitCode: 77,
        message: /^This run cannot be had here\. /,
      });
  });

  it('has no room left when it is full, has some when that is gone, and leaves nothing behind', (context) => {
    const disk = mounted();
    if (!disk) return context.skip('nobody may mount here');
    try {
      const write = () => writeFileSync(path.join(disk.root, 'row'), 'x'.repeat(10_000));
      assert.ok(disk.fill() > 200 * 2 ** 20);
      assert.throws(write, { code: 'ENOSPC' });
      assert.equal(disk.fill(), 0);
      disk.free();
      write();
    } finally {
      disk.unmount();
    }
    assert.deepEqual(readdirSync(at), []);
  });
});
