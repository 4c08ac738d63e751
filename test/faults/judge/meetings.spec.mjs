import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeMeetings } from './meetings.mjs';

const sound = () => ({
  series: [{ key: 'joint', members: 2 }],
  agendas: [{ key: 'joint', date: '2017-05-15', letters: 2 }],
  letters: [
    { messageId: 'm1', state: 'sent', maybeDuplicate: false },
    { messageId: 'm2', state: 'sent', maybeDuplicate: true },
  ],
  taken: new Map([
    ['m1', 1],
    ['m2', 2],
  ]),
});

/** The kinds of fault found after something was done to a sound week. */
function found(harm) {
  const week = sound();
  harm(week);
  const verdict = judgeMeetings(week);
  return ['missed', 'twice', 'unlettered', 'vanished', 'doubled'].filter((kind) => verdict[kind] > 0);
}

describe('agendas and letters', () => {
  it('finds nothing in a sound week, where a flagged letter came twice', () => {
    assert.deepEqual(
      found(() => {}),
      [],
    );
  });

  it('finds an agenda that was missed', () => {
    assert.deepEqual(
      found((week) => week.agendas.pop()),
      ['missed'],
    );
  });

  it('finds a second agenda for one meeting', () => {
    assert.deepEqual(
      found((week) => week.agendas.push({ ...week.agendas[0] })),
      ['twice'],
    );
  });

  it('finds a member without a letter', () => {
    assert.deepEqual(
      found((week) => Object.assign(week.agendas[0], { letters: 1 })),
      ['unlettered'],
    );
  });

  it('finds a letter that counts as sent and never came', () => {
    assert.deepEqual(
      found((week) => week.taken.delete('m1')),
      ['vanished'],
    );
  });

  it('finds a letter that came twice without saying so, and a flagged one that came three times', () => {
    assert.deepEqual(
      found((week) => week.taken.set('m1', 2)),
      ['doubled'],
    );
    assert.deepEqual(
      found((week) => week.taken.set('m2', 3)),
      ['doubled'],
    );
  });
});
