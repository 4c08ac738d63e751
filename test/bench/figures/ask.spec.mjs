import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askQuestion } from './ask.mjs';

const question = {
  key: 'x',
  name: 'how many',
  draw: () => ({}),
  path: () => '/many',
  answer: { read: (body) => body.many, given: () => ({}), inSql: () => 'SELECT', readRow: ([row]) => row.many },
};
const ask = async () => ({ status: 200, body: { many: 7 } });
const peer = (answers) => ({ name: 'another', ask: async () => answers.shift() ?? null });
const asked = (answers) => askQuestion(question, { world: {}, ask, peers: [peer(answers)], seconds: 600 });

describe('those who are asked the same', () => {
  it('are asked no more once an answer took too long, and keep the times they had', async () => {
    const { theirs, ours } = await asked([[{ many: 7 }], [{ many: 7 }]]);
    assert.equal(theirs.another.isCutOff, true);
    assert.equal(theirs.another.count, 1);
    assert.equal(ours.count, 100);
    assert.deepEqual((await asked([])).theirs.another.median, null);
  });

  it('fail the benchmark with another number', async () => {
    await assert.rejects(() => asked([[{ many: 8 }]]), /another answers question \(x\) with other numbers/);
  });
});
