// A check that cannot fail is worth nothing: every violation is planted once.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeMoves } from './moves.mjs';

const id = '0190-aa';
const hex = '0190aa';

/** An opportunity opened at stage a and moved to b and c. */
const sound = () => ({
  journal: [
    { key: 'k1', id, version: 1, to: 'b' },
    { key: 'k1', status: 200, version: 2 },
    { key: 'k2', id, version: 2, to: 'c' },
    { key: 'k2', status: 200, version: 3 },
  ],
  log: [
    { id: hex, version: 1, seq: 1, stage: 'a' },
    { id: hex, version: 2, seq: 2, stage: 'b' },
    { id: hex, version: 3, seq: 3, stage: 'c' },
  ],
  rows: [{ id: hex, version: 3, lastSeq: 3, stage: 'c' }],
});

/** The kinds of fault found after something was done to a sound history. */
function found(harm) {
  const history = sound();
  harm(history);
  const { lost, doubled, unclaimed, skipped } = judgeMoves(history);
  return Object.entries({ lost, doubled, unclaimed, skipped })
    .filter(([, count]) => count > 0)
    .map(([kind]) => kind);
}

describe('the journal against the log', () => {
  it('finds nothing in a sound history', () => {
    assert.deepEqual(
      found(() => {}),
      [],
    );
    assert.equal(judgeMoves(sound()).promised, 2);
  });

  it('finds a promised move that is gone', () => {
    assert.deepEqual(
      found(({ log }) => log.splice(1, 1)),
      ['lost', 'skipped'],
    );
  });

  it('finds the last move gone with its row set back, as after a lost commit', () => {
    const harm = ({ log, rows }) => {
      log.pop();
      Object.assign(rows[0], { version: 2, lastSeq: 2, stage: 'b' });
    };
    assert.deepEqual(found(harm), ['lost']);
  });

  it('finds a move to another stage than promised', () => {
    const harm = ({ log, rows }) => {
      log[2].stage = 'b';
      rows[0].stage = 'b';
    };
    assert.deepEqual(found(harm), ['lost']);
  });

  it('finds a request that took effect twice', () => {
    const harm = ({ log, rows }) => {
      log.push({ id: hex, version: 4, seq: 4, stage: 'c' });
      Object.assign(rows[0], { version: 4, lastSeq: 4 });
    };
    assert.deepEqual(found(harm), ['unclaimed']);
  });

  it('finds one move promised to two requests', () => {
    const harm = ({ journal }) =>
      journal.push({ key: 'k3', id, version: 2, to: 'c' }, { key: 'k3', status: 200, version: 3 });
    assert.deepEqual(found(harm), ['doubled']);
  });

  it('finds a version that was skipped', () => {
    const harm = ({ log, rows, journal }) => {
      log[2].version = 4;
      journal[3].version = 4;
      rows[0].version = 4;
    };
    assert.deepEqual(found(harm), ['skipped']);
  });

  it('finds a row that is ahead of its log', () => {
    assert.deepEqual(
      found(({ rows }) => Object.assign(rows[0], { stage: 'a' })),
      ['skipped'],
    );
  });

  it('lets a request without an answer have one effect or none', () => {
    const unanswered = { key: 'k3', id, version: 3, to: 'a' };
    assert.deepEqual(
      found(({ journal }) => journal.push(unanswered)),
      [],
    );
    const happened = ({ journal, log, rows }) => {
      journal.push(unanswered);
      log.push({ id: hex, version: 4, seq: 4, stage: 'a' });
      Object.assign(rows[0], { version: 4, lastSeq: 4, stage: 'a' });
    };
    assert.deepEqual(found(happened), []);
  });
});
