import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { carryThrough } from './carry-through.mjs';
import { openTally } from './tally.mjs';

const moved = { status: 200, headers: {}, body: { version: 2, stageId: 'b' } };
const busy = { status: 503, headers: { 'retry-after': '1' }, body: { code: 'database.busy' } };
const broken = { lost: 'ECONNRESET' };

/** What a client makes of answers that come one after the other. */
async function hearing(...answers) {
  const opportunity = { id: 'o', version: 1, stageId: 'a' };
  const lines = [];
  const tally = openTally();
  await carryThrough(
    opportunity,
    { key: 'k', id: 'o', version: 1, to: 'b' },
    {
      send: async (attempt) => answers[attempt - 1],
      restMs: () => 0,
      isPatient: (attempt) => attempt <= answers.length,
      journal: { write: (line) => lines.push(line) },
      tally,
    },
  );
  const { acknowledged, repeated } = tally.counts;
  const { wrongAnswers, unansweredMoves, bareRefusals } = tally;
  return {
    opportunity,
    promised: lines.filter(({ status }) => status === 200).length,
    acknowledged,
    repeated,
    wrong: wrongAnswers.map(({ status }) => status),
    unanswered: unansweredMoves.length,
    bareRefusals,
  };
}

describe('a move asked for until it is answered', () => {
  it('is done when it is acknowledged', async () => {
    const { opportunity, ...seen } = await hearing(moved);
    assert.deepEqual(opportunity, { id: 'o', version: 2, stageId: 'b' });
    assert.deepEqual(seen, { promised: 1, acknowledged: 1, repeated: 0, wrong: [], unanswered: 0, bareRefusals: 0 });
  });

  it('is asked for again after a broken line and after "try again"', async () => {
    const seen = await hearing(broken, busy, moved);
    assert.equal(seen.repeated, 1);
    assert.deepEqual(seen.wrong, []);
  });

  for (const status of [409, 412, 500, 404]) {
    it(`is a defect when its repetition is answered by ${status}`, async () => {
      const seen = await hearing(broken, { status, headers: {}, body: { code: 'x' } }, moved);
      assert.deepEqual(seen.wrong, [status]);
      assert.equal(seen.acknowledged, 0);
      assert.equal(seen.opportunity.isBroken, true);
    });
  }

  it('is a defect when the answer tells another version than the next, or another stage', async () => {
    const skipped = await hearing({ ...moved, body: { version: 3, stageId: 'b' } });
    const elsewhere = await hearing({ ...moved, body: { version: 2, stageId: 'c' } });
    assert.deepEqual([skipped.wrong, elsewhere.wrong], [[200], [200]]);
  });

  it('is a defect when it is never answered', async () => {
    assert.equal((await hearing(broken, broken)).unanswered, 1);
  });

  it('counts refusals that do not say when to come again', async () => {
    assert.equal((await hearing({ ...busy, headers: {} }, { ...busy, body: null }, moved)).bareRefusals, 2);
  });
});
