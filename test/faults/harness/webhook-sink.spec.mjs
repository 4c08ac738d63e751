import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readJournal } from '../judge/read-facts.mjs';
import { isGenuine } from './webhook-signature.mjs';
import { openWebhookSink } from './webhook-sink.mjs';

// The example of the Standard Webhooks specification.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const now = 1_614_265_330_000;
const example = () => ({
  headers: {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
  body: '{"test": 2432232314}',
});

describe('a signature', () => {
  it('is right in the example of the specification, also as one of two', () => {
    const both = example();
    both.headers['webhook-signature'] = `v1,AAAA ${both.headers['webhook-signature']}`;
    assert.equal(isGenuine(example(), secret, now), true);
    assert.equal(isGenuine(both, secret, now), true);
  });

  const harms = {
    'for another body': (message) => Object.assign(message, { body: '{"test": 1}' }),
    'for another id': ({ headers }) => Object.assign(headers, { 'webhook-id': 'msg_2' }),
    'for another time': ({ headers }) => Object.assign(headers, { 'webhook-timestamp': '1614265331' }),
    'of another version': ({ headers }) =>
      Object.assign(headers, { 'webhook-signature': headers['webhook-signature'].replace('v1', 'v2') }),
    'that is missing': ({ headers }) => delete headers['webhook-signature'],
    'without a time': ({ headers }) => delete headers['webhook-timestamp'],
  };
  for (const [name, harm] of Object.entries(harms)) {
    it(`is wrong ${name}`, () => {
      const message = example();
      harm(message);
      assert.equal(isGenuine(message, secret, now), false);
    });
  }

  it('is wrong with another secret, and more than five minutes from now', () => {
    assert.equal(isGenuine(example(), 'whsec_AAAA', now), false);
    assert.equal(isGenuine(example(), secret, now + 301_000), false);
    assert.equal(isGenuine(example(), secret, now - 301_000), false);
  });
});

describe('the receiver of webhooks', () => {
  let folder;
  let file;
  let sink;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'tandem-webhook-sink-'));
    file = path.join(folder, 'webhooks.jsonl');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const sends = async (body, with_ = secret) => {
    const seconds = Math.floor(Date.now() / 1_000);
    const signature = createHmac('sha256', Buffer.from(with_.slice(6), 'base64')).update(`e1.${seconds}.${body}`);
    const headers = {
      'webhook-id': 'e1',
      'webhook-timestamp': String(seconds),
      'webhook-signature': `v1,${signature.digest('base64')}`,
    };
    const signal = AbortSignal.timeout(500);
    const url = `http://127.0.0.1:${sink.port}/`;
    const answer = await fetch(url, { method: 'POST', headers, body, signal }).catch(() => null);
    return answer?.status ?? null;
  };

  /** Every chance falls as said: a number below 1/40 is trouble, and the next one chooses which. */
  const opened = async (...chances) => {
    sink = await openWebhookSink({ file, random: () => chances.shift() ?? 0.5 });
    sink.trust(secret);
  };

  it('writes down what it takes, and whether it was signed', async () => {
    await opened();
    assert.equal(await sends('{"a":1}'), 204);
    assert.equal(await sends('{"a":1}', 'whsec_AAAA'), 204);
    await sink.close();
    const lines = await readJournal(file);
    assert.deepEqual(
      lines.map(({ at: _, ...line }) => line),
      [
        { id: 'e1', body: '{"a":1}', isGenuine: true, isTaken: true },
        { id: 'e1', body: '{"a":1}', isGenuine: false, isTaken: true },
      ],
    );
  });

  it('refuses, hangs, closes and takes without a word, each now and then, and nothing once it is well', async () => {
    await opened(0, 0, 0, 0.25, 0, 0.5, 0, 0.75, 0);
    const answers = [await sends('1'), await sends('2'), await sends('3'), await sends('4')];
    assert.deepEqual(answers, [500, null, null, null]);
    sink.heal();
    assert.equal(await sends('5'), 204);
    await sink.close();
    const taken = (await readJournal(file)).map(({ isTaken }) => isTaken);
    assert.deepEqual(taken, [false, false, false, true, true]);
  });
});
