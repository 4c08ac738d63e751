// The line itself is proved before anything is proved with it.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom } from '../harness/random.mjs';
import { openFaultProxy } from './fault-proxy.mjs';

/** The server under test: keeps what it hears and answers every chunk with twenty bytes. */
const answer = Buffer.from('01234567890123456789');

describe('a line that can be made bad', () => {
  let server;
  let proxy;
  let heard;
  const accepted = [];
  const called = [];

  beforeEach(async () => {
    heard = '';
    server = net.createServer((socket) => {
      accepted.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        heard += String(chunk);
        socket.write(answer);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    proxy = await openFaultProxy({
      listen: { port: 0 },
      target: { port: server.address().port },
      random: randomFrom(1),
    });
  });

  afterEach(async () => {
    for (const socket of [...accepted.splice(0), ...called.splice(0)]) socket.destroy();
    await proxy.close();
    server.close();
  });

  it('is a plain wire in fair weather', async () => {
    const talk = call();
    talk.say('hello');
    await until(() => talk.heard === String(answer));
    assert.equal(heard, 'hello');
  });

  it('passes on a polite end', async () => {
    const talk = call();
    talk.socket.end('bye');
    await until(() => accepted.some((socket) => socket.readableEnded));
    assert.equal(heard, 'bye');
  });

  it('delays each way', async () => {
    const talk = call();
    proxy.set({ delayMs: 60 });
    const since = performance.now();
    talk.say('x');
    await until(() => talk.heard !== '');
    assert.ok(performance.now() - since >= 115, 'there and back take two delays');
  });

  it('keeps the order of bytes under jitter', async () => {
    const talk = call();
    proxy.set({ jitterMs: 20 });
    for (const letter of 'abcdefghij') {
      talk.say(letter);
      await pause(1);
    }
    await until(() => heard.length === 10);
    assert.equal(heard, 'abcdefghij');
  });

  it('narrows to so many bytes a second', async () => {
    const talk = call();
    proxy.set({ bytesPerSecond: 100 });
    const since = performance.now();
    talk.say('x'.repeat(20));
    await until(() => heard.length === 20);
    assert.ok(performance.now() - since >= 140, `20 bytes took ${performance.now() - since} ms`);
  });

  for (const manner of ['reset', 'close']) {
    it(`cuts the way up after exactly so many bytes (${manner})`, async () => {
      proxy.cutNext({ direction: 'up', bytes: 7, manner });
      const talk = call();
      talk.say('0123456789');
      await talk.gone;
      await until(() => heard.length > 0);
      await pause(20);
      assert.equal(heard, '0123456');
    });

    it(`cuts the way down after exactly so many bytes (${manner})`, async () => {
      proxy.cutNext({ direction: 'down', bytes: 7, manner });
      const talk = call();
      talk.say('x');
      await talk.gone;
      assert.equal(talk.heard, '0123456');
    });
  }

  it('cuts one connection only', async () => {
    proxy.cutNext({ direction: 'up', bytes: 1, manner: 'reset' });
    const [first, second] = [call(), call()];
    first.say('aa');
    await first.gone;
    second.say('bb');
    await until(() => second.heard !== '');
    assert.equal(heard, 'abb');
  });

  it('stalls: the connection stays, the rest never comes', async () => {
    proxy.cutNext({ direction: 'up', bytes: 3, manner: 'stall' });
    const talk = call();
    talk.say('abcdef');
    await until(() => heard === 'abc');
    await pause(30);
    assert.equal(talk.socket.destroyed, false);
    assert.equal(heard, 'abc');
  });

  it('freezes and gives everything when it thaws', async () => {
    const talk = call();
    proxy.set({ isFrozen: true });
    talk.say('later');
    await pause(30);
    assert.equal(heard, '');
    proxy.clear();
    await until(() => heard === 'later');
  });

  it('swallows in a hole, and what fell in stays silent', async () => {
    const before = call();
    before.say('here');
    await until(() => before.heard !== '');
    proxy.set({ isHole: true });
    const within = call();
    before.say('lost');
    within.say('lost');
    await pause(30);
    proxy.clear();
    before.say('lost too');
    const after = call();
    after.say('found');
    await until(() => after.heard !== '');
    assert.equal(heard, 'herefound');
    assert.equal(within.heard, '');
  });

  it('resets what fell in when a router wakes up', async () => {
    const talk = call();
    proxy.set({ isHole: true });
    talk.say('lost');
    await pause(10);
    proxy.clear({ wakesDead: true });
    assert.equal(await talk.gone, true);
  });

  it('leaves the client half-open when the server goes', async () => {
    const talk = call();
    talk.say('x');
    await until(() => talk.heard !== '');
    proxy.halfOpen();
    await until(() => accepted.every((socket) => socket.destroyed || socket.readableEnded));
    assert.equal(talk.socket.destroyed, false);
  });

  it('loses answers that the server has given', async () => {
    const talk = call();
    proxy.set({ loseAnswers: 1 });
    talk.say('done');
    await talk.gone;
    assert.equal(heard, 'done');
    assert.equal(talk.heard, '');
  });

  it('breaks every connection within so many bytes', async () => {
    proxy.set({ cutWithin: 10 });
    const talk = call();
    for (let time = 0; time < 5 && !talk.socket.destroyed; time++) {
      talk.say('0123456789');
      await pause(5);
    }
    await talk.gone;
  });

  it('turns new connections away', async () => {
    proxy.set({ isRefused: true });
    const talk = call();
    await talk.gone;
  });

  it('passes on the death of the server', async () => {
    const talk = call();
    talk.say('x');
    await until(() => talk.heard !== '');
    accepted[0].resetAndDestroy();
    assert.equal(await talk.gone, true);
  });

  function call() {
    const socket = net.connect(proxy.port, '127.0.0.1');
    called.push(socket);
    const talk = {
      socket,
      heard: '',
      say: (text) => socket.write(text),
      gone: new Promise((resolve) => socket.once('close', resolve)),
    };
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => (talk.heard += String(chunk)));
    return talk;
  }
});

async function until(isTrue) {
  for (const end = performance.now() + 2_000; !isTrue(); await pause(2)) {
    if (performance.now() > end) throw new Error(`it never came to be that ${isTrue}`);
  }
}
