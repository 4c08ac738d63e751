import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeClocks } from './clocks.mjs';

const hourMs = 3_600_000;
const since = new Date('2017-05-15T09:00:00Z');
const until = new Date('2017-05-15T09:05:00Z');
const during = (ms = 0) => new Date(since.getTime() + 60_000 + ms);

/** A move that was acknowledged a minute after the beginning, recorded by a clock so far ahead. */
const seen = (aheadMs, first = during(), last = during()) =>
  judgeClocks({
    journal: [
      { key: 'k1', id: '0190-aa', version: 1, to: 'b' },
      { key: 'k1', status: 200, version: 2, acked: during().getTime() },
    ],
    log: [{ id: '0190aa', version: 2, recordedAt: during(aheadMs) }],
    stamps: [{ what: 'agendas', first, last }],
    since,
    until,
  });

describe('clocks', () => {
  it('are right when moves are recorded about when they are acknowledged', () => {
    assert.deepEqual(seen(-30_000), { ahead: 0, behind: 0, stamps: 1, strange: 0, examples: [] });
  });

  it('show by the moves that they are ahead or behind', () => {
    assert.equal(seen(hourMs).ahead, 1);
    assert.equal(seen(-hourMs).behind, 1);
  });

  it('are told apart from the database’s by what workers write', () => {
    assert.equal(seen(0, during(), during(hourMs)).strange, 1);
    assert.equal(seen(0, during(-hourMs)).strange, 1);
  });
});
