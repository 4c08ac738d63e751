import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeBackup } from './backups.mjs';

const id = '0190-aa';
const hex = '0190aa';
const asked = (key, version, to, sent) => ({ key, id, version, to, sent });
const promised = (key, version, acked) => ({ key, status: 200, version, acked });

/** Moved to b before the backup from 100 to 200, to c meanwhile, and to d after it; the backup saw the second move, too. */
const sound = () => ({
  journal: [
    asked('k1', 1, 'b', 10),
    promised('k1', 2, 20),
    asked('k2', 2, 'c', 120),
    promised('k2', 3, 150),
    asked('k3', 3, 'd', 210),
    promised('k3', 4, 220),
  ],
  log: [
    { id: hex, version: 1, seq: 1, stage: 'a' },
    { id: hex, version: 2, seq: 2, stage: 'b' },
    { id: hex, version: 3, seq: 3, stage: 'c' },
  ],
  rows: [{ id: hex, version: 3, lastSeq: 3, stage: 'c' }],
  began: 100,
  ended: 200,
});

function found(harm) {
  const seen = sound();
  harm(seen);
  const { lost, doubled, unclaimed, skipped } = judgeBackup(seen);
  return Object.entries({ lost, doubled, unclaimed, skipped })
    .filter(([, count]) => count > 0)
    .map(([kind]) => kind);
}

const backTo = (seen, version, stage) => {
  seen.log.length = version;
  Object.assign(seen.rows[0], { version, lastSeq: version, stage });
};

describe('a backup taken while clients moved', () => {
  it('may or may not hold what was acknowledged meanwhile', () => {
    assert.deepEqual(
      found(() => {}),
      [],
    );
    assert.deepEqual(
      found((seen) => backTo(seen, 2, 'b')),
      [],
    );
    assert.equal(judgeBackup(sound()).amid, 1);
  });

  it('lacks a move that was acknowledged before it began', () => {
    assert.deepEqual(
      found((seen) => backTo(seen, 1, 'a')),
      ['lost'],
    );
  });

  it('holds a move that was asked for after it had ended', () => {
    const harm = ({ log, rows }) => {
      log.push({ id: hex, version: 4, seq: 4, stage: 'd' });
      Object.assign(rows[0], { version: 4, lastSeq: 4, stage: 'd' });
    };
    assert.deepEqual(found(harm), ['unclaimed']);
  });

  it('is torn: its rows are of another moment than its log', () => {
    assert.deepEqual(
      found(({ rows }) => Object.assign(rows[0], { version: 2, lastSeq: 2, stage: 'b' })),
      ['skipped'],
    );
  });
});
