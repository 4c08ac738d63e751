// Every check of the verdict fails when what it looks at is off.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verdictOf } from './verdict.mjs';

const apiKill = { name: 'api-kill', says: 'the API is killed', recovers: 'moves', withinSeconds: 5, kills: 1 };
const storm = { name: 'connection-kills', says: 'connections are killed', recovers: 'moves', withinSeconds: 5 };
const readOnly = {
  name: 'database-read-only',
  says: 'nothing can be written',
  recovers: 'moves',
  withinSeconds: 5,
  refuses: true,
  readsGoOn: true,
};
const redisAway = { name: 'redis-away', says: 'Redis stays away', kills: 1 };

const webhookFaults = ['untold', 'undelivered', 'unknown', 'forged', 'changed', 'twofold'];
const noneOf = (faults) => Object.fromEntries(faults.map((fault) => [fault, 0]));

function sound() {
  const strikes = [
    { kind: apiKill, recoveredMs: 900 },
    { kind: redisAway, recoveredMs: null },
    { kind: storm, recoveredMs: 40, hits: { anywhere: 3, 'at COMMIT': 2 } },
    { kind: storm, recoveredMs: 50, hits: { anywhere: 4, 'at COMMIT': 0 } },
    { kind: readOnly, from: 1_000, until: 2_000, recoveredMs: 60 },
  ];
  const reads = Array.from({ length: 12 }, (_, place) => ({ sent: 900 + 100 * place, path: '/funnel', what: 200 }));
  const run = {
    name: 'run',
    seed: 1,
    clients: 64,
    opportunities: 200,
    slack: 1,
    moves: 10,
    isSteady: true,
    mayEnd: ['MariaDB'],
    isSkewed: true,
    plan: [...strikes],
  };
  const tally = {
    moves: Array.from({ length: 10 }),
    wrongAnswers: [],
    unansweredMoves: [],
    bareRefusals: 0,
    notServed: {},
    counts: { longestMs: 900, acknowledged: 10 },
    slow: { normal: { moves: 500, p50: 100, p99: 200 }, disturbed: { moves: 500, p50: 150, p99: 390 } },
    speeds: () => tally.slow,
    refused: 4,
    refusedWithin: () => tally.refused,
  };
  return {
    run,
    tally,
    load: { strikes, reads, seconds: 30 },
    cuts: { cuts: 4, broken: 3 },
    quiet: { ms: 900, isQuiet: true, left: { events: 0 } },
    moves: { promised: 10, lost: 0, doubled: 0, unclaimed: 0, skipped: 0, examples: [] },
    meetings: { agendas: 2, missed: 0, twice: 0, unlettered: 0, vanished: 0, doubled: 0, examples: [], letters: {} },
    webhooks: { promised: 3, wanted: 5, deliveries: 7, repeated: 1, examples: [], ...noneOf(webhookFaults) },
    clocks: { ahead: 4, behind: 0, stamps: 9, strange: 0, examples: [] },
    verify: { holds: true, laws: 24, seconds: 1, examples: [] },
    backups: [
      {
        promised: 6,
        amid: 2,
        ms: 90,
        restoredMs: 800,
        lost: 0,
        doubled: 0,
        unclaimed: 0,
        skipped: 0,
        examples: [],
        verify: { holds: true, laws: 24, seconds: 1, examples: [] },
      },
    ],
    endedByItself: [],
    stoodStillMs: 5,
    clientCpuSeconds: 1,
  };
}

const judged = ({ run, ...seen }) => verdictOf(run, seen);

const harms = {
  'a lost move': ({ moves }) => Object.assign(moves, { lost: 1 }),
  'a doubled move': ({ moves }) => Object.assign(moves, { doubled: 1 }),
  'a move nobody was promised': ({ moves }) => Object.assign(moves, { unclaimed: 1 }),
  'a gap in a log': ({ moves }) => Object.assign(moves, { skipped: 1 }),
  'a journal that does not hold what was acknowledged': ({ tally }) => tally.moves.push({}),
  'nothing acknowledged at all': ({ moves, tally }) => {
    moves.promised = 0;
    tally.moves.length = 0;
  },
  'fewer moves than were wanted': ({ run }) => Object.assign(run, { moves: 11 }),
  'a fault that was planned and did not happen': ({ load }) => load.strikes.pop(),
  'a storm that struck nobody at COMMIT': ({ load }) => Object.assign(load.strikes[2].hits, { 'at COMMIT': 0 }),
  'a fault that was to refuse moves and did not': ({ tally }) => Object.assign(tally, { refused: 0 }),
  'a read that was not answered though nothing is written by it': ({ load }) =>
    Object.assign(load.reads[5], { what: 503 }),
  'too few reads to tell': ({ load }) => load.reads.splice(2, 4),
  'a wrong answer': ({ tally }) => tally.wrongAnswers.push({ status: 412 }),
  'a move without an answer': ({ tally }) => tally.unansweredMoves.push('k'),
  'a refusal without a reason': ({ tally }) => Object.assign(tally, { bareRefusals: 1 }),
  'a request that hung': ({ tally }) => Object.assign(tally.counts, { longestMs: 35_001 }),
  'cuts that cut nothing': ({ cuts }) => Object.assign(cuts, { broken: 0 }),
  'a machine that slept': (seen) => Object.assign(seen, { stoodStillMs: 700_000 }),
  'a program that ended by itself': ({ endedByItself }) => endedByItself.push({ name: 'api', endedByItself: 1 }),
  'a recovery that took too long': ({ load }) => Object.assign(load.strikes[0], { recoveredMs: 5_100 }),
  'a recovery that never came': ({ load }) => Object.assign(load.strikes[0], { recoveredMs: Infinity }),
  'a move that was not served while Redis was away': ({ tally }) => Object.assign(tally.notServed, { 503: 1 }),
  'moves that were slow while Redis was away': ({ tally }) => Object.assign(tally.slow.disturbed, { p99: 401 }),
  'too few moves to compare': ({ tally }) => Object.assign(tally.slow.disturbed, { moves: 3 }),
  'work left undone': ({ quiet }) => Object.assign(quiet, { isQuiet: false }),
  'a missed agenda': ({ meetings }) => Object.assign(meetings, { missed: 1 }),
  'an agenda twice': ({ meetings }) => Object.assign(meetings, { twice: 1 }),
  'a letter that never came': ({ meetings }) => Object.assign(meetings, { vanished: 1 }),
  'a letter that came twice': ({ meetings }) => Object.assign(meetings, { doubled: 1 }),
  'an acknowledged change nobody outside was told of': ({ webhooks }) => Object.assign(webhooks, { untold: 1 }),
  'an event that never came': ({ webhooks }) => Object.assign(webhooks, { undelivered: 1 }),
  'a webhook of no event': ({ webhooks }) => Object.assign(webhooks, { unknown: 1 }),
  'a webhook without a right signature': ({ webhooks }) => Object.assign(webhooks, { forged: 1 }),
  'a webhook repeated in other words': ({ webhooks }) => Object.assign(webhooks, { changed: 1 }),
  'one event under two ids': ({ webhooks }) => Object.assign(webhooks, { twofold: 1 }),
  'no change to be told outside': ({ webhooks }) => Object.assign(webhooks, { promised: 0 }),
  'clocks that were to be wrong and were right': ({ clocks }) => Object.assign(clocks, { ahead: 0 }),
  'a worker that goes by its own clock': ({ clocks }) => Object.assign(clocks, { strange: 1 }),
  'a backup that was taken while nobody moved': ({ backups }) => Object.assign(backups[0], { amid: 0 }),
  'a backup that lacks what was acknowledged before it': ({ backups }) => Object.assign(backups[0], { lost: 1 }),
  'a backup that is torn': ({ backups }) => Object.assign(backups[0], { skipped: 1 }),
  'a backup that holds what was asked for after it': ({ backups }) => Object.assign(backups[0], { unclaimed: 1 }),
  'a backup over which a law is broken': ({ backups }) => Object.assign(backups[0].verify, { holds: false }),
  'a broken law': ({ verify }) => Object.assign(verify, { holds: false }),
};

describe('the verdict', () => {
  it('is good when nothing is off', () => {
    assert.deepEqual(judged(sound()).failed, []);
    assert.equal(judged(sound()).ok, true);
  });

  for (const [name, harm] of Object.entries(harms)) {
    it(`is bad for ${name}, and names that one thing`, () => {
      const seen = sound();
      harm(seen);
      assert.equal(judged(seen).ok, false);
      assert.ok(judged(seen).failed.length >= 1 && judged(seen).failed.length <= 2);
    });
  }

  it('lets a program end that may, and a read fail when all was well', () => {
    const seen = sound();
    seen.endedByItself.push({ name: 'MariaDB', endedByItself: 2 });
    Object.assign(seen.load.reads[0], { what: 'ECONNRESET' });
    assert.equal(judged(seen).ok, true);
  });

  it('counts kills and says how long recovery took', () => {
    const { kills, servingAgainMs } = judged(sound());
    assert.equal(kills, 2);
    assert.deepEqual(servingAgainMs['api-kill'], { p50: 900, p95: 900, most: 900 });
  });

  it('adds up what the strikes of a kind met', () => {
    assert.deepEqual(judged(sound()).hits, { 'connection-kills': { anywhere: 7, 'at COMMIT': 2 } });
  });

  it('gives a busy machine the slack it was told to give', () => {
    const seen = sound();
    Object.assign(seen.load.strikes[0], { recoveredMs: 9_000 });
    Object.assign(seen.run, { slack: 2 });
    assert.equal(judged(seen).ok, true);
  });

  it('passes a planted loss only when it was seen', () => {
    const seen = sound();
    Object.assign(seen.run, { isForgetful: true });
    assert.equal(judged(seen).ok, false);
    Object.assign(seen.moves, { lost: 3 });
    assert.equal(judged(seen).ok, true);
  });
});
