import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tellOfDisk } from './disk.mjs';

const gigabyte = 2 ** 30;
const tenMillion = { size: 10_000_000, hasPeers: true };

describe('the disk that a run takes', () => {
  it('is told where less than twice as much is free', () => {
    const told = tellOfDisk({ ...tenMillion, free: 70 * gigabyte });
    assert.match(told, /^This takes at most \d\d\.\d GB of the disk, of which 70\.0 GB are free\.$/);
    assert.equal(tellOfDisk({ ...tenMillion, free: 1_000 * gigabyte }), null);
  });

  it('is less without those beside us, and little of a small size', () => {
    const gigabytesOf = (run) => Number(/at most ([\d.]+)/.exec(tellOfDisk({ ...run, free: 0 }))[1]);
    assert.ok(gigabytesOf({ ...tenMillion, hasPeers: false }) < gigabytesOf(tenMillion) - 3);
    assert.ok(gigabytesOf({ size: 50_000, hasPeers: false }) < 3);
  });
});
