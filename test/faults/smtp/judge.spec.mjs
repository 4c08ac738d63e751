import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeLetters } from './judge.mjs';

const sound = () => ({
  mode: { name: 'refuse' },
  letters: [
    { messageId: '<a>', to: 'p1@x', state: 'sent', maybeDuplicate: false },
    { messageId: '<b>', to: 'p2@x', state: 'sent', maybeDuplicate: true },
    { messageId: '<c>', to: 'p3@x', state: 'uncertain', maybeDuplicate: true },
  ],
  taken: [
    { id: '<a>', to: 'p1@x', again: null },
    { id: '<b>', to: 'p2@x', again: null },
    { id: '<b>', to: 'p2@x', again: '2' },
    { id: '<c>', to: 'p3@x', again: '2' },
  ],
  expected: 3,
  attendees: new Set(['p1@x', 'p2@x', 'p3@x']),
  struck: new Set(['<b>']),
});

/** The kinds of fault found after something was done to a sound outcome. */
function found(harm) {
  const outcome = sound();
  harm(outcome);
  return Object.entries(judgeLetters(outcome).faults)
    .filter(([, count]) => count > 0)
    .map(([kind]) => kind);
}

const violations = [
  ['a letter that was never asked for', (all) => (all.expected = 4), ['lacking']],
  ['a letter that is still on its way', (all) => (all.letters[0].state = 'sending'), ['unfinished']],
  ['a letter left open that was never tried again', (all) => (all.letters[2].maybeDuplicate = false), ['unfinished']],
  ['a letter that counts as sent and never came', (all) => all.taken.shift(), ['missing']],
  [
    'a letter given up although nobody refused it',
    (all) => {
      all.taken.shift();
      all.letters[0].state = 'failed';
    },
    ['missing'],
  ],
  ['a letter that failed although it came', (all) => (all.letters[0].state = 'failed'), ['takenAndFailed']],
  ['a second copy that nobody flagged', (all) => (all.letters[1].maybeDuplicate = false), ['unflagged']],
  ['a third copy', (all) => all.taken.push({ id: '<b>', to: 'p2@x', again: '3' }), ['tooMany']],
  ['a second copy although nothing was left open', (all) => all.struck.clear(), ['needless']],
  ['a second copy that looks like the first', (all) => (all.taken[2].again = null), ['unmarked']],
  ['a letter to another attendee', (all) => (all.taken[0].to = 'p2@x'), ['misdirected']],
  ['a letter to a stranger', (all) => all.taken.push({ id: '<z>', to: 'evil@x', again: null }), ['strange']],
];

describe('letters', () => {
  it('are sound when each came once, or twice and says so', () => {
    assert.deepEqual(
      found(() => {}),
      [],
    );
  });

  it('may come twice in an open mode without a kill', () => {
    assert.deepEqual(
      found((all) => {
        all.struck.clear();
        all.mode = { name: 'drop-after-dot', open: true };
      }),
      [],
    );
  });

  it('may fail where the server refuses them for good', () => {
    assert.deepEqual(
      found((all) => {
        all.mode = { name: 'refuse-some' };
        all.letters[0] = { messageId: '<a>', to: 'p5@x', state: 'failed', maybeDuplicate: false };
        all.taken.shift();
      }),
      [],
    );
  });

  for (const [what, harm, kinds] of violations) {
    it(`do not hide ${String(what)}`, () => assert.deepEqual(found(harm), kinds));
  }
});
