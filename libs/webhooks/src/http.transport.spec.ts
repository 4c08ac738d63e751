import http from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { guardedLookup } from './guarded-lookup';
import { HttpTransport } from './http.transport';

let server: http.Server;
let connections = 0;
let port: number;

beforeAll(async () => {
  server = http.createServer((request, response) => {
    request.resume();
    response.writeHead(204, { 'retry-after': '7' }).end();
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const posted = (url: string, wishes: Partial<ConstructorParameters<typeof HttpTransport>[0]> = {}) =>
  new HttpTransport({ allowPrivate: false, ...wishes }).post({ url, headers: {}, body: '{}' });

describe('the way out of the house', () => {
  test('takes an answer for what its status says', async () => {
    expect(await posted(`http://127.0.0.1:${port}/`, { allowPrivate: true })).toMatchObject({
      outcome: 'delivered',
      status: 204,
      detail: null,
      retryAfterSeconds: 7,
    });
  });

  test.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '[::1]', '0.0.0.0', '2130706433', '0x7f.1'])(
    'does not lead to %s',
    async (host) => {
      const before = connections;
      expect(await posted(`http://${host}:${port}/`)).toMatchObject({ outcome: 'private_address', status: null });
      expect(connections).toBe(before);
    },
  );

  test('a name that was public once is judged anew with each connection, and looked up no second time', async () => {
    const asked: string[] = [];
    const rebound = guardedLookup((name, _, found) => {
      asked.push(name);
      found(null, [{ address: '127.0.0.1', family: 4 }]);
    });
    const before = connections;
    const seen = await posted(`http://hooks.acme.com:${port}/`, { lookup: rebound });
    expect([seen.outcome, asked, connections]).toEqual(['private_address', ['hooks.acme.com'], before]);
  });

  test('one private address among public ones is one too many', async () => {
    const mixed = guardedLookup((_, __, found) =>
      found(null, [
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]),
    );
    expect((await posted(`http://hooks.acme.com:${port}/`, { lookup: mixed })).outcome).toBe('private_address');
  });

  test('ends where nobody answers, and where something else than HTTP does', async () => {
    const silent = net.createServer(() => undefined);
    const babbling = net.createServer((socket) => socket.on('error', () => undefined).end('hello\r\n'));
    for (const each of [silent, babbling]) await new Promise<void>((resolve) => each.listen(0, '127.0.0.1', resolve));
    const at = (each: net.Server) => `http://127.0.0.1:${(each.address() as AddressInfo).port}/`;
    const inside = { allowPrivate: true, wholeMs: 200 };
    expect(await posted(at(silent), inside)).toMatchObject({ outcome: 'timed_out', status: null });
    expect(await posted(at(babbling), inside)).toMatchObject({ outcome: 'unreachable', status: null });
    for (const each of [silent, babbling]) each.close();
    expect((await posted(at(server as unknown as net.Server).replace(/\d+\/$/, '1/'), inside)).outcome).toBe(
      'unreachable',
    );
  });

  test('an unencrypted answer where encryption is asked for is none', async () => {
    expect(await posted(`https://127.0.0.1:${port}/`, { allowPrivate: true, wholeMs: 2_000 })).toMatchObject({
      outcome: 'unreachable',
    });
  });
});
