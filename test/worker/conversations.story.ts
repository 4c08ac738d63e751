import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { bin } from '@tandem/database';
import { DeliveriesService } from '@tandem/mail';
import type { DeliveryWire } from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { aSeries } from '../builders/a-series';
import { forgetWork } from '../support/forget-work';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { noRedis, startWorker, type TestWorker } from '../support/start-worker';

jest.setTimeout(60_000);

/** The shortest conversation there may be: 3 s in all, 1 s of silence. */
const conversationMs = 3_000;

/** A mail server that says what a story wants it to. */
interface Server {
  readonly url: string;
  readonly heard: string[];
  /** Connections that are open now. */
  readonly open: Set<Socket>;
  stop(): void;
}

async function aServer(
  greet: (socket: Socket) => void,
  answer: (line: string, socket: Socket) => void,
): Promise<Server> {
  const heard: string[] = [];
  const open = new Set<Socket>();
  const server = net.createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n').filter(Boolean)) {
        heard.push(line);
        answer(line, socket);
      }
    });
    greet(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `smtp://localhost:${(server.address() as AddressInfo).port}`;
  return { url, heard, open, stop: () => [server.close(), ...[...open].map((socket) => socket.destroy())] };
}

const greet = (socket: Socket) => void socket.write('220 sink\r\n');
const polite = (line: string, socket: Socket, onData: () => void) => {
  if (/^(EHLO|MAIL|RCPT)/.test(line)) socket.write('250 ok\r\n');
  if (line === 'DATA') onData();
};

let api: RunningApi;
let chair: SignedInClient;
let worker: TestWorker;
let server: Server;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  await forgetWork();
  api.clock.set('2026-11-23T09:00:00Z');
  chair = await api.as('revenue_officer', { name: 'Ann' });
});
afterEach(async () => {
  await worker.stop();
  server.stop();
});
afterAll(() => api.stop());

/** A worker that sends to this server, and a letter to the chair that is due. */
async function aLetterTo(made: Server): Promise<Id<'delivery'>> {
  server = made;
  worker = await startWorker(api.clock, {
    ...noRedis,
    MAIL_TRANSPORT: 'smtp',
    SMTP_URL: made.url,
    SMTP_INSECURE: 'true',
    MAIL_CONVERSATION_SECONDS: String(conversationMs / 1_000),
  });
  await aSeries(api, { chair: chair.person });
  api.clock.set('2026-03-01T10:00:00Z');
  await worker.run('wake-planner');
  return (await mail()).id as Id<'delivery'>;
}
const mail = async () => (await chair.get('/deliveries')).body.items[0] as DeliveryWire;
const deliver = (id: Id<'delivery'>) => worker.app.get(DeliveriesService, { strict: false }).deliver(id);

test('a server that never comes to the point is left at the deadline, and the connection is gone', async () => {
  const trickle = (socket: Socket) => {
    const timer = setInterval(() => void socket.write('220-wait\r\n'), 100);
    socket.on('close', () => clearInterval(timer));
  };
  const id = await aLetterTo(await aServer(trickle, () => undefined));
  const began = performance.now();
  expect(await deliver(id)).toBe('retry');
  expect(performance.now() - began).toBeLessThan(conversationMs + 1_000);
  await pause(100);
  expect(server.open.size).toBe(0);
});

test('a server that answers a word a second is left before the lease ends, and never gets the letter', async () => {
  let invited = false;
  const slow = (line: string, socket: Socket) => {
    setTimeout(
      () =>
        polite(line, socket, () => {
          invited = true;
          socket.write('354 go on\r\n');
        }),
      900,
    );
  };
  const id = await aLetterTo(await aServer((socket) => void setTimeout(() => greet(socket), 900), slow));
  expect(await deliver(id)).toBe('retry');
  await pause(2_500);
  expect(invited).toBe(false);
  expect(server.open.size).toBe(0);
});

test('a worker that was stopped while the server waited for the letter does not send it any more', async () => {
  const stopped = (line: string, socket: Socket) =>
    polite(line, socket, () => {
      const until = performance.now() + conversationMs;
      while (performance.now() < until); // nothing else in this process gets a turn
      socket.write('354 go on\r\n');
    });
  const id = await aLetterTo(await aServer(greet, stopped));
  expect(await deliver(id)).toBe('retry');
  await pause(200);
  expect(server.heard.at(-1)).toBe('DATA');
  expect(server.open.size).toBe(0);
});

test('a server that takes the letter and then says nothing leaves it open, and nothing is sent on that line later', async () => {
  const silent = (line: string, socket: Socket) => polite(line, socket, () => void socket.write('354 go on\r\n'));
  const id = await aLetterTo(await aServer(greet, silent));
  expect(await deliver(id)).toBe('uncertain');
  expect(server.heard).toContain('.');
  expect(server.open.size).toBe(0);
});

test('a worker that is told to stop puts back at once what certainly has not left', async () => {
  const id = await aLetterTo(await aServer(greet, () => undefined));
  worker.start();
  const delivering = worker.run('send-delivery', { id });
  while (server.open.size === 0) await pause(10);
  const began = performance.now();
  const stopping = worker.stop();
  await delivering;
  expect(performance.now() - began).toBeLessThan(500);
  await stopping;
  expect(await mail()).toMatchObject({ state: 'retry', attempts: 1, maybeDuplicate: false });
});

test('the lease of a letter on its way is longer than any conversation', async () => {
  const leases: number[] = [];
  const look = (line: string, socket: Socket) => {
    polite(line, socket, () => void socket.write('354 go on\r\n'));
    if (line === '.') void lease().then((ms) => [leases.push(ms), socket.write('250 taken\r\n')]);
  };
  const id = await aLetterTo(await aServer(greet, look));
  const lease = async (): Promise<number> => {
    const [row] = await api.database.query<{ ms: string }>(
      'SELECT TIMESTAMPDIFF(MICROSECOND, NOW(3), lease_until) / 1000 AS ms FROM delivery WHERE id = ?',
      [bin(id)],
    );
    return Number(row?.ms);
  };
  expect(await deliver(id)).toBe('sent');
  expect(leases[0]).toBeGreaterThan(conversationMs);
});

test('a sender whose letter was taken over meanwhile sends nothing, even when the server waits for it', async () => {
  const takeOver = () =>
    api.database.write(() => api.database.run(`UPDATE delivery SET state = 'retry', fence = fence + 1`));
  const invite = (line: string, socket: Socket) =>
    polite(line, socket, () => void takeOver().then(() => socket.write('354 go on\r\n')));
  const id = await aLetterTo(await aServer(greet, invite));
  expect(await deliver(id)).toBeNull();
  await pause(100);
  expect(server.heard.at(-1)).toBe('DATA');
  expect(server.open.size).toBe(0);
  expect(await mail()).toMatchObject({ state: 'retry', attempts: 0 });
});

test('a claim lasts as long as its sender waits for the server, and a sender that died there is known to have sent nothing', async () => {
  const states: string[] = [];
  const look = (line: string, socket: Socket) => {
    if (line !== 'DATA') return void setTimeout(() => polite(line, socket, () => undefined), 700);
    const sql = `SELECT CONCAT(state, IF(lease_until > NOW(3), ' and held', ' and free')) AS state FROM delivery`;
    void api.database.query<{ state: string }>(sql).then(([row]) => {
      states.push(row?.state ?? '');
      socket.destroy();
    });
  };
  const id = await aLetterTo(await aServer(greet, look));
  expect(await deliver(id)).toBe('retry');
  expect(states).toEqual(['claimed and held']);
});
