import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { schedule } from '@tandem/jobs';
import { newId } from '@tandem/kernel';
import { Redis } from 'ioredis';
import { aBounce } from '../builders/a-bounce';
import { testRedisUrl } from '../support/servers';
import { documentOf, runCli } from './run-cli';
import { freshDatabase, type TestDatabase } from './test-database';

jest.setTimeout(120_000);

/** `LETTERS=10000` measures what the product promises. */
const letters = Number(process.env['LETTERS'] ?? 600);
const lines = schedule({ MAIL_SWEEP_SECONDS: 15, WORKER_SILENCE_SECONDS: 120 }).length;

let database: TestDatabase;
let redis: Redis;
beforeAll(async () => {
  database = await freshDatabase();
  const url = new URL(testRedisUrl());
  const db = Number(url.searchParams.get('db') ?? url.pathname.slice(1));
  redis = new Redis(
    url.protocol === 'unix:' ? { path: url.pathname, db } : { host: url.hostname, port: Number(url.port), db },
  );
  const ann = ['--email', 'ann@example.test', '--name', 'Ann', '--role', 'rep', '--side', 'sales'];
  const made = await runCli(['user', 'create', ...ann, '--password-stdin'], { stdin: 'a password for tests\n' });
  expect(made.stderr).toBe('');
});
beforeEach(async () => {
  await redis.flushdb();
  await database.rows('DELETE FROM delivery');
});
afterAll(async () => {
  redis.disconnect();
  await database.close();
});

interface Rebuilt {
  readonly keysRemoved: number;
  readonly scheduleLines: number;
  readonly lettersQueued: number;
  readonly seconds: number;
}

const hex = (): string => `0x${newId().replaceAll('-', '')}`;

async function insertLetters(count: number, set: { state: string; available: string }): Promise<void> {
  const [person] = await database.rows<{ id: string }>('SELECT HEX(id) AS id FROM person');
  for (let done = 0; done < count; done += 1_000) {
    const rows = Array.from({ length: Math.min(1_000, count - done) }, (_, place) => {
      const id = hex();
      const names = `${hex()}, 0x${person?.id}, 'Ann', 'ann@example.test', 'en', '<agenda.${done + place}@x.example>'`;
      return `(${id}, 'agenda', ${names}, '${set.state}', 1, ${set.available}, 0, FALSE, NOW(3))`;
    });
    await database.rows(
      `INSERT INTO delivery (id, kind, subject_id, person_id, to_name, to_address, locale, message_id, state, attempts,
         available_at, fence, maybe_duplicate, created_at) VALUES ${rows.join(', ')}`,
    );
  }
}
const due = 'NOW(3) - INTERVAL 1 DAY';

describe('tandem rebuild-queues', () => {
  test(`queues ${letters} letters again on an empty Redis, with the schedule`, async () => {
    await insertLetters(letters, { state: 'pending', available: due });
    const rebuilt = await documentOf<Rebuilt>('rebuild-queues');
    expect(rebuilt).toMatchObject({ keysRemoved: 0, scheduleLines: lines, lettersQueued: letters });
    expect(rebuilt.seconds).toBeLessThan(60);
    expect(await redis.zcard('tandem:work:repeat')).toBe(lines);
    expect(await redis.llen('tandem:letters:wait')).toBe(letters);
  });

  test('leaves alone what is sent, not due yet or open twice, and takes over what a dead worker held', async () => {
    await insertLetters(1, { state: 'pending', available: due });
    await database.rows(`UPDATE delivery SET state = 'claimed', lease_until = NOW(3) - INTERVAL 1 SECOND`);
    const { lettersQueued } = await documentOf<Rebuilt>('rebuild-queues');
    expect(lettersQueued).toBe(1);
    for (const set of [
      `state = 'sent', provider_response = '250 ok'`,
      `state = 'retry', available_at = NOW(3) + INTERVAL 1 HOUR`,
      `state = 'uncertain', maybe_duplicate = TRUE`,
    ]) {
      await database.rows(`UPDATE delivery SET ${set}`);
      expect((await documentOf<Rebuilt>('rebuild-queues')).lettersQueued).toBe(0);
    }
  });

  test('clears what another product left under our name, and touches nothing else', async () => {
    await redis.set('tandem:work:id', 'not a number');
    await redis.zadd('tandem:work:repeat', 1, 'a-line-nobody-knows');
    await redis.lpush('tandem:letters:wait', 'a job nobody knows');
    await redis.set('theirs', 'kept');
    expect(await documentOf<Rebuilt>('rebuild-queues')).toMatchObject({ keysRemoved: 3, scheduleLines: lines });
    expect(await redis.get('theirs')).toBe('kept');
    expect(await redis.llen('tandem:letters:wait')).toBe(0);
    expect(await redis.zrange('tandem:work:repeat', 0, -1)).not.toContain('a-line-nobody-knows');
  });

  test('twice in a row queues everything once', async () => {
    await insertLetters(3, { state: 'pending', available: due });
    await documentOf<Rebuilt>('rebuild-queues');
    await documentOf<Rebuilt>('rebuild-queues');
    expect(await redis.llen('tandem:letters:wait')).toBe(3);
    expect(await redis.zcard('tandem:work:repeat')).toBe(lines);
  });

  test('says that Redis cannot be reached', async () => {
    const { code, stderr } = await runCli(['rebuild-queues'], { environment: { REDIS_URL: 'redis://127.0.0.1:1/0' } });
    expect(code).toBe(5);
    expect(stderr).toContain('Redis');
  });
});

describe('tandem bounce', () => {
  test('marks the letter that a mail server sent back, once', async () => {
    await insertLetters(1, { state: 'uncertain', available: due });
    const mail = aBounce({ messageId: '<agenda.0@x.example>' });
    const first = await runCli(['bounce', '--json'], { stdin: mail });
    expect(first.code).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({ outcome: 'marked' });
    expect((await runCli(['bounce'], { stdin: mail })).stdout).toContain('marked already');
    const [row] = await database.rows<{ status: string; tries: number }>(
      `SELECT bounce_status AS status, (SELECT COUNT(*) FROM audit_line WHERE action = 'delivery.bounced') AS tries FROM delivery`,
    );
    expect(row).toEqual({ status: '5.1.1', tries: 1 });
    // It arrived somewhere, so it is not sent once more.
    expect((await documentOf<Rebuilt>('rebuild-queues')).lettersQueued).toBe(0);
  });

  test('takes any other mail without a word of refusal', async () => {
    for (const stdin of ['', 'Subject: Away\n\nBack on Monday.', aBounce({ messageId: '<nobody@x>' })]) {
      const { code, stderr } = await runCli(['bounce'], { stdin });
      expect([code, stderr]).toEqual([0, '']);
    }
  });
});
