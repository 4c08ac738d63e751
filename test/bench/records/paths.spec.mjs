import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describePaths, drawPaths, longest } from './paths.mjs';
import { stages } from './stages.mjs';

const paths = drawPaths(4_096, 20);
const steps = paths.flatMap((path) => path.slice(1).map((after, place) => [path[place], after]));

describe('ways through the funnel', () => {
  it('are the same for the same seed', () => {
    assert.deepEqual(drawPaths(5, 3), drawPaths(5, 3));
    assert.notDeepEqual(drawPaths(5, 3), drawPaths(5, 4));
  });

  it('have a good five rows, and one in five is won', () => {
    const { rows, won, lost } = describePaths(paths);
    assert.ok(rows > 5.2 && rows < 5.6, `${rows} rows`);
    assert.ok(won > 0.18 && won < 0.22, `${won} won`);
    assert.ok(lost > 0.6 && lost < 0.7, `${lost} lost`);
    assert.ok(paths.every((path) => path.length <= longest));
  });

  it('skip stages, step back, and come back from a win', () => {
    assert.ok(steps.some(([before, after]) => after.stage > before.stage + 1));
    assert.ok(steps.some(([before, after]) => after.stage < before.stage && after.outcome === 'open'));
    assert.ok(steps.some(([before, after]) => before.outcome === 'won' && after.outcome === 'open'));
  });

  it('go on in time, and every row changes something', () => {
    for (const [before, after] of steps) {
      assert.ok(after.offset > before.offset);
      const { offset: _, ...state } = after;
      assert.notDeepEqual({ ...state, offset: before.offset }, before);
    }
  });

  it('are won in a stage of the won class alone, with an amount, and closed on a day', () => {
    for (const state of paths.flat()) {
      assert.equal(state.outcome === 'won', stages[state.stage - 1][3] === 'won');
      assert.equal(state.outcome === 'open', state.closedAt === null);
      if (state.outcome === 'won') assert.ok(state.percent > 0);
      assert.equal(state.outcome === 'lost', state.reason !== null);
    }
  });
});
