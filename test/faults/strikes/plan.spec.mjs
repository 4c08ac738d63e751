import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { planStrikes } from './plan.mjs';

const series = [
  { kinds: ['a', 'b', 'c'], count: 7 },
  { kinds: ['x', 'y'], count: 3 },
];

describe('the plan of a run', () => {
  it('is the same for the same seed', () => {
    assert.deepEqual(planStrikes(5, series), planStrikes(5, series));
  });

  it('is another for another seed', () => {
    assert.notDeepEqual(planStrikes(5, series), planStrikes(6, series));
  });

  it('takes every kind before it takes one again', () => {
    const order = planStrikes(5, series)
      .map(({ kind }) => kind)
      .filter((kind) => 'abc'.includes(kind));
    assert.deepEqual(order.slice(0, 3).sort(), ['a', 'b', 'c']);
    assert.deepEqual(order.slice(3, 6).sort(), ['a', 'b', 'c']);
  });

  it('leaves the first and last tenth undisturbed, and spreads over what lies between', () => {
    const moments = planStrikes(5, series).map(({ at }) => at);
    assert.ok(moments[0] >= 0.1 && moments.at(-1) <= 0.9);
    assert.ok(moments[0] < 0.4 && moments.at(-1) > 0.7);
    assert.deepEqual(
      moments,
      moments.toSorted((a, b) => a - b),
    );
  });
});
