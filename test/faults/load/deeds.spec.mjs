import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { randomFrom } from '../harness/random.mjs';
import { nextDeed } from './deeds.mjs';

const stages = ['a', 'b', 'c'];

describe('what is done next', () => {
  it('is the same for the same seed', () => {
    const some = (seed) => {
      const random = randomFrom(seed);
      return Array.from({ length: 50 }, () => nextDeed({ stageId: 'a' }, stages, random));
    };
    assert.deepEqual(some(3), some(3));
    assert.notDeepEqual(some(3), some(4));
  });

  it('is mostly a move elsewhere and seldom a loss, which stays where it was', () => {
    const random = randomFrom(1);
    const deeds = Array.from({ length: 6_000 }, () => nextDeed({ stageId: 'b' }, stages, random));
    const losses = deeds.filter(({ topic }) => topic === 'opportunity.lost');
    assert.ok(losses.length > 50 && losses.length < 150, `${losses.length} of 6,000 are losses`);
    assert.ok(losses.every(({ to, path }) => to === 'b' && path === 'loss'));
    assert.ok(deeds.every(({ topic, to }) => topic === 'opportunity.lost' || to !== 'b'));
  });

  it('is a reopening of what was lost', () => {
    const { topic, to, body } = nextDeed({ isLost: true, stageId: 'b' }, stages, randomFrom(1));
    assert.equal(topic, 'opportunity.reopened');
    assert.ok(to !== 'b' && body.toStageId === to && body.note);
  });
});
