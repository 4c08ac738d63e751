// A receiver of webhooks outside the product: it writes down every delivery with what was wrong about it, and does not take each.
import { once } from 'node:events';
import http from 'node:http';
import { openJournal } from '../load/journal.mjs';
import { isGenuine } from './webhook-signature.mjs';

/** One delivery in so many meets a receiver who is out of sorts. */
const troubleEvery = 40;

/** Who says nothing waits to be hung up on. `mute` takes the delivery, and its sender never learns of it. */
const manners = {
  refuse: (response) => response.writeHead(500).end('not now'),
  hang: () => undefined,
  close: (response) => response.destroy(),
  mute: (response) => response.destroy(),
  take: (response) => response.writeHead(204).end(),
};
const troubles = ['refuse', 'hang', 'close', 'mute'];
const takes = new Set(['take', 'mute']);

/** Its journal has a line for each delivery: `{ at, id, body, isGenuine, isTaken }`. Chance comes from `random`. */
export async function openWebhookSink({ file, random }) {
  const journal = await openJournal(file);
  const state = { secret: '', isFair: false };
  const server = http.createServer((request, response) => void receive(request, response));
  server.on('clientError', (_error, socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  async function receive(request, response) {
    response.on('error', () => undefined);
    const body = await textOf(request).catch(() => null);
    // What broke off on its way was not delivered.
    if (body === null) return;
    const manner = state.isFair || random() * troubleEvery >= 1 ? 'take' : troubles[Math.floor(random() * 4)];
    journal.write({
      at: Date.now(),
      id: request.headers['webhook-id'] ?? null,
      body,
      isGenuine: isGenuine({ headers: request.headers, body }, state.secret),
      isTaken: takes.has(manner),
    });
    manners[manner](response);
  }

  return {
    port: server.address().port,
    /** What the product told when the endpoint was added. */
    trust: (secret) => void (state.secret = secret),
    /** From now on it takes everything. */
    heal: () => void (state.isFair = true),
    async close() {
      server.closeAllConnections();
      server.close();
      await journal.close();
    },
  };
}

async function textOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
