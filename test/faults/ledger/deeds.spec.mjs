import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { randomFrom } from '../harness/random.mjs';
import { nextChange } from './deeds.mjs';

const desk = { stages: ['a', 'b', 'c'], wonStage: 'w', sources: ['s', 't'], owners: ['o', 'p'] };
const now = Date.parse('2026-11-23T09:00:00Z');

const some = (outcome, seed, { count = 2_000, at = now } = {}) => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => nextChange({ outcome, stageId: 'a', rows: 3, at }, desk, { random, now }));
};

describe('what changes figures next', () => {
  it('is the same for the same seed', () => {
    assert.deepEqual(some('open', 3), some('open', 3));
    assert.notDeepEqual(some('open', 3), some('open', 4));
  });

  it('is everything there is to do, and fits where the opportunity stands', () => {
    const kinds = (outcome) => [...new Set(some(outcome, 1).map(({ does }) => String(does)))].toSorted();
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

  it('goes on in the past of what began long ago, after the last that happened to it', () => {
    const began = now - 20 * 86_400_000;
    const moves = some('open', 2, { at: began }).filter(({ does }) => does === 'move');
    assert.ok(moves.length > 100);
    for (const { body, at } of moves) {
      assert.equal(Date.parse(body.at), at);
      assert.ok(at >= began && at < now);
    }
  });
});
