import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { percentile, summarise, timesAsLong } from './statistics.mjs';

const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);

describe('what times come to', () => {
  it('is by nearest rank, whatever their order', () => {
    assert.equal(percentile(hundred, 0.5), 50);
    assert.equal(percentile(hundred, 0.99), 99);
    assert.equal(percentile([7], 0.99), 7);
    assert.equal(percentile([1, 2], 0.5), 1);
  });

  it('is unknown of none, and not nought', () => {
    assert.deepEqual(summarise([]), { count: 0, median: null, p95: null, p99: null, most: null });
    assert.equal(timesAsLong(null, 3), null);
    assert.equal(timesAsLong(3, null), null);
    assert.equal(timesAsLong(3, 0), null);
  });

  it('leaves the list as it was', () => {
    const times = [3, 1, 2];
    assert.deepEqual(summarise(times), { count: 3, median: 2, p95: 3, p99: 3, most: 3 });
    assert.deepEqual(times, [3, 1, 2]);
    assert.equal(timesAsLong(6, 3), 2);
  });
});
