import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { randomFrom } from '../harness/random.mjs';
import { nextChange } from './deeds.mjs';

const desk = { stages: ['a', 'b', 'c'], wonStage: 'w', sources: ['s', 't'], owners: ['o', 'p'] };
const now = Date.parse('2026-11-23T09:00:00Z');

const some = (outcome, seed, count = 2_000) => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => nextChange({ outcome, stageId: 'a', rows: 3 }, desk, { random, now }));
};

describe('what changes figures next', () => {
  it('is the same for the same seed', () => {
    assert.deepEqual(some('open', 3, 50), some('open', 3, 50));
    assert.notDeepEqual(some('open', 3, 50), some('open', 4, 50));
  });

  it('is everything there is to do, and fits where the opportunity stands', () => {
    const kinds = (outcome) => [...new Set(some(outcome, 1).map(({ does }) => does))].toSorted();
    assert.deepEqual(kinds('open'), [
      'amount',
      'backdate',
      'lose',
      'move',
      'owner',
      'redate',
      'source',
      'win',
      'withdraw',
    ]);
    assert.deepEqual(kinds('won'), ['credit', 'redate', 'reopen', 'source', 'withdraw']);
    assert.deepEqual(kinds('lost'), ['reopen', 'source', 'withdraw']);
  });

  it('never moves to the stage it is in, and dates nothing later than now', () => {
    for (const { body } of some('open', 2)) {
      assert.notEqual(body.toStageId, 'a');
      assert.ok(!body.at || Date.parse(body.at) < now);
    }
  });
});
