import { randomBytes } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import mysql from 'mysql2/promise';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '@tandem/config';
import { addressOf, migrate } from '@tandem/database';
import { CliModule } from '../../apps/cli/src/cli.module';
import type { Check } from '../../apps/cli/src/doctor/check';
import { examine, type Subject } from '../../apps/cli/src/doctor/examine';
import { asking, halfWay } from '../migrations/half-way';
import { ownServer, type OwnServer } from '../migrations/own-server';
import { testDatabaseUrl, testOwnerUrl, testRedisUrl } from '../support/servers';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';
import { runCli } from './run-cli';
import { freshDatabase, type TestDatabase } from './test-database';

// Every command is a process of its own.
jest.setTimeout(60_000);

let database: TestDatabase;
let owner: mysql.Connection;

beforeAll(async () => {
  database = await freshDatabase();
  const { host, port, socketPath, username: user, password, database: name } = addressOf(testOwnerUrl());
  owner = await mysql.createConnection({ host, port, socketPath, user, password, database: name });
});
afterAll(async () => {
  await owner.end();
  await database.close();
});

type Environment = Readonly<Record<string, string>>;

const told = (checks: readonly Check[]) => ({
  checks,
  of: (name: string) => checks.find((check) => check.name === name)?.state,
  said: (name: string) => checks.find((check) => check.name === name)?.found,
});

/** What the command says, and with which exit code. */
async function called(environment: Environment, ...args: string[]) {
  const { code, stdout } = await runCli(['doctor', '--json', ...args], { environment });
  const { checks = [] } = JSON.parse(stdout) as { checks?: readonly Check[] };
  return { code, ...told(checks) };
}

/** What the doctor says about some subjects, without a process of its own for each time it is asked. */
async function examined(environment: Environment, ...wanted: Subject[]) {
  const config = readConfig({ DATABASE_URL: testDatabaseUrl(), REDIS_URL: testRedisUrl(), ...environment });
  const product = await NestFactory.createApplicationContext(CliModule.with(config), { logger: false });
  try {
    return told(await examine({ config, product, wanted }));
  } finally {
    await product.close();
  }
}

describe('the doctor', () => {
  test('looks at far more than twenty-five things, and says what was found and what to do', async () => {
    const { checks } = await called({});
    expect(checks.length).toBeGreaterThanOrEqual(60);
    // Only disks are looked at several times over.
    const names = checks.map(({ name }) => name).filter((name) => name !== 'machine.disk');
    expect(names).toEqual([...new Set(names)]);
    for (const { name, state, found, advice } of checks) {
      expect({ name, found: found.length > 0, hasAdvice: advice !== null }).toEqual({
        name,
        found: true,
        hasAdvice: state !== 'good',
      });
    }
  });

  test('finds our own sessions, tables and user in order, and the servers of a test careless', async () => {
    const { of, code } = await called({});
    for (const good of ['sql_mode', 'time_zone', 'isolation', 'charset', 'engine', 'migrations', 'append_only', 'user'])
      expect([good, of(`database.${good}`)]).toEqual([good, 'good']);
    expect(of('redis.connection')).toBe('good');
    expect(of('redis.policy')).toBe('good');
    // Throwaway servers are fast because they promise nothing.
    expect(of('database.flush')).toBe('bad');
    expect(of('database.doublewrite')).toBe('warning');
    expect(of('redis.persistence')).toBe('warning');
    expect(of('work.worker')).toBe('warning');
    expect(code).toBe(1);
  });

  test('reads to a person as it does to a script', async () => {
    const { stdout, code } = await runCli(['doctor', '--only', 'database.flush', 'database.version']);
    expect(stdout).toMatch(/^good +database\.version +\d+\./m);
    expect(stdout).toMatch(/^BAD +database\.flush +innodb_flush_log_at_trx_commit=0\n +Set it to 1/m);
    expect(stdout).toMatch(/2 checks: 1 good, 0 with advice, 0 warnings, 1 bad/);
    expect(code).toBe(1);
  });

  test('answers a health check about one thing, strictly if asked to', async () => {
    await owner.query('DELETE FROM worker_heartbeat');
    expect((await called({}, '--only', 'work.worker')).code).toBe(0);
    expect((await called({}, '--strict', '--only', 'work.worker')).code).toBe(1);
    await beat();
    expect((await called({}, '--strict', '--only', 'work.worker')).code).toBe(0);
    expect((await called({}, '--only', 'moon')).code).toBe(2);
    expect((await called({}, '--only', 'work.moon')).code).toBe(2);
  });
});

const beat = () =>
  owner.query(
    `INSERT INTO worker_heartbeat (worker, beat_at, started_at) VALUES ('w:1', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))
     ON DUPLICATE KEY UPDATE beat_at = UTC_TIMESTAMP(3)`,
  );

describe('what was planted in the database', () => {
  test('a user that may change what is written once, and administers the server', async () => {
    const { of, said } = await examined({ DATABASE_URL: testOwnerUrl() }, 'database');
    expect(of('database.append_only')).toBe('warning');
    expect(of('database.user')).toBe('warning');
    expect(said('database.append_only')).toMatch(/may UPDATE .*, DELETE /);
  });

  test('one single right too many', async () => {
    const user = owner.format('?@?', [addressOf(testDatabaseUrl()).username, 'localhost']);
    await owner.query(`GRANT DELETE ON audit_line TO ${user}`);
    const { said, of } = await examined({}, 'database');
    await owner.query(`REVOKE DELETE ON audit_line FROM ${user}`);
    expect(said('database.append_only')).toMatch(/may DELETE audit_line$/);
    expect(of('database.append_only')).toBe('warning');
    expect((await examined({}, 'database')).of('database.append_only')).toBe('good');
  });

  test('tables that keep no transactions and columns that lose characters', async () => {
    await owner.query('ALTER TABLE sign_in_failure ENGINE=MyISAM');
    await owner.query('ALTER TABLE office MODIFY name VARCHAR(190) CHARACTER SET latin1 NOT NULL');
    await owner.query('ALTER TABLE worker_heartbeat COLLATE utf8mb4_general_ci');
    await owner.query(`ALTER DATABASE CHARACTER SET latin1`);
    const { said, of } = await examined({}, 'database');
    await owner.query('ALTER TABLE sign_in_failure ENGINE=InnoDB');
    await owner.query(
      'ALTER TABLE office MODIFY name VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL',
    );
    await owner.query('ALTER TABLE worker_heartbeat COLLATE utf8mb4_unicode_520_ci');
    await owner.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci');
    expect([of('database.engine'), said('database.engine')]).toEqual(['bad', 'tables not in InnoDB: sign_in_failure']);
    expect([of('database.text_columns'), said('database.text_columns')]).toEqual([
      'bad',
      'not utf8mb4 or ascii: office.name',
    ]);
    expect(said('database.collations')).toContain('worker_heartbeat');
    expect([of('database.charset'), said('database.charset')]).toEqual(['bad', expect.stringContaining('latin1')]);
    expect((await examined({}, 'database')).of('database.engine')).toBe('good');
  });

  test('a schema older, and one newer, than the program', async () => {
    const [[last]] = (await owner.query('SELECT id, timestamp, name FROM migrations ORDER BY id DESC LIMIT 1')) as [
      { id: number; timestamp: string; name: string }[],
      unknown,
    ];
    await owner.query('UPDATE migrations SET name = ? WHERE id = ?', ['create_moon_1', last?.id]);
    const { of } = await examined({}, 'database');
    await owner.query('UPDATE migrations SET name = ? WHERE id = ?', [last?.name, last?.id]);
    expect([of('database.migrations'), of('database.newer_schema')]).toEqual(['bad', 'bad']);
  });

  test('events that nobody hands on, letters nobody knows the fate of, an import without a worker', async () => {
    const id = () => randomBytes(16);
    const person = id();
    await owner.query(
      `INSERT INTO person (id, name, side, role, locale, active, created_at, version) VALUES (?, 'Ann', 'sales', 'rep', 'en', 1, NOW(3), 1)`,
      [person],
    );
    await owner.query(
      `INSERT INTO outbox_event (id, topic, payload, state, attempts, available_at) VALUES (?, 'x.y', '{}', 'pending', 0, UTC_TIMESTAMP(3) - INTERVAL 1 HOUR)`,
      [id()],
    );
    for (const state of ['uncertain', 'failed', 'pending']) {
      await owner.query(
        `INSERT INTO delivery (id, kind, subject_id, person_id, to_name, to_address, locale, message_id, state, attempts, available_at, fence, maybe_duplicate, created_at)
         VALUES (?, 'agenda', ?, ?, 'Ann', 'ann@acme.com', 'en', ?, ?, 1, UTC_TIMESTAMP(3) - INTERVAL 1 HOUR, 1, 0, UTC_TIMESTAMP(3))`,
        [id(), id(), person, `<${state}@acme.com>`, state],
      );
    }
    await owner.query(
      `INSERT INTO import_run (id, profile, state, dry_run, replace_demo, rows_total, rows_done, started_at, fence)
       VALUES (?, 'crm-sales', 'waiting', 0, 0, 0, 0, UTC_TIMESTAMP(3) - INTERVAL 1 HOUR, 0)`,
      [id()],
    );
    await owner.query(
      `INSERT INTO verification_run (id, state, started_at, finished_at, progress, violations)
       VALUES (?, 'done', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), '{}', 3)`,
      [id()],
    );
    const endpoint = id();
    await owner.query(
      `INSERT INTO webhook_endpoint (id, url, events, state, secret, failing_since, created_at, version)
       VALUES (?, 'https://hooks.acme.com/', '["*"]', 'enabled', 'x', UTC_TIMESTAMP(3) - INTERVAL 2 HOUR, UTC_TIMESTAMP(3), 1)`,
      [endpoint],
    );
    await owner.query(
      `INSERT INTO webhook_delivery (event_id, endpoint_id, topic, occurred_at, body, state, attempts, available_at, fence, created_at)
       VALUES (?, ?, 'target.set', UTC_TIMESTAMP(3), '{}', 'pending', 1, UTC_TIMESTAMP(3) - INTERVAL 1 HOUR, 0, UTC_TIMESTAMP(3))`,
      [id(), endpoint],
    );
    const { of } = await examined({}, 'work');
    for (const table of [
      'webhook_delivery',
      'webhook_endpoint',
      'delivery',
      'outbox_event',
      'import_run',
      'verification_run',
      'person',
    ])
      await owner.query(`DELETE FROM ${table}`);
    expect({
      events: of('work.events'),
      letters: of('work.letters'),
      uncertain: of('work.uncertain_letters'),
      failed: of('work.failed_letters'),
      imports: of('work.imports'),
      violations: of('work.violations'),
      webhooks: of('work.webhooks'),
      failingWebhooks: of('work.failing_webhooks'),
    }).toEqual({
      events: 'warning',
      letters: 'warning',
      uncertain: 'warning',
      failed: 'warning',
      imports: 'warning',
      violations: 'bad',
      webhooks: 'warning',
      failingWebhooks: 'warning',
    });
  });

  test('a database that is away: told as such, and the rest is looked at all the same', async () => {
    const { code, of, checks } = await called({
      DATABASE_URL: 'mysql://root@localhost/tandem?socketPath=/nowhere.sock',
    });
    expect(of('database.connection')).toBe('bad');
    expect(of('redis.connection')).toBe('good');
    expect(checks.some(({ name }) => name === 'machine.node')).toBe(true);
    expect(code).toBe(5);
  });

  test('a password that is refused', async () => {
    const wrong = new URL(testOwnerUrl());
    wrong.username = 'nobody';
    wrong.password = 'wrong';
    const { code, of } = await called({ DATABASE_URL: wrong.href }, '--only', 'database');
    expect([code, of('database.connection')]).toEqual([5, 'bad']);
  });
});

describe('a server that takes no writes', () => {
  let server: OwnServer;
  let user: string;
  beforeAll(async () => {
    server = await ownServer();
    await server.start();
    await halfWay(server.url, 0);
    user = server.url.replace('root@', 'tandem@');
    await migrate(server.url, { application: user });
  });
  afterAll(() => server.remove());

  const setReadOnly = (value: 0 | 1) =>
    asking(server.url, (connection) => connection.query('SET GLOBAL read_only = ?', [value]));

  test('is told as such, and everything else about it too', async () => {
    const before = await examined({ DATABASE_URL: user }, 'database');
    expect([before.of('database.writable'), before.of('database.append_only')]).toEqual(['good', 'good']);
    await setReadOnly(1);
    const { of, said, checks } = await examined({ DATABASE_URL: user }, 'database');
    await setReadOnly(0);
    expect([of('database.writable'), said('database.writable')]).toEqual(['bad', 'read_only']);
    expect([of('database.append_only'), said('database.append_only')]).toEqual(['advice', 'not told']);
    const others = (all: readonly Check[]) =>
      all
        .filter(({ name }) => !['database.writable', 'database.append_only'].includes(name))
        .map(({ name, state }) => [name, state]);
    expect(others(checks)).toEqual(others(before.checks));
  });

  test('a table that may not be read hides nothing of the server and the user', async () => {
    const asOwner = (statement: string) =>
      asking(server.url, (connection) => connection.query(`${statement} 'tandem'@'localhost'`));
    // It still sees that the table is there.
    await asOwner('GRANT INSERT ON tandem_test_own.migrations TO');
    await asOwner('REVOKE SELECT ON tandem_test_own.migrations FROM');
    const { of } = await examined({ DATABASE_URL: user }, 'database');
    await asOwner('GRANT SELECT ON tandem_test_own.migrations TO');
    await asOwner('REVOKE INSERT ON tandem_test_own.migrations FROM');
    expect({
      flush: of('database.flush'),
      pool: of('database.buffer_pool'),
      schema: of('database.schema_examination'),
      user: of('database.append_only'),
    }).toEqual({ flush: 'good', pool: 'advice', schema: 'bad', user: 'good' });
  });
});

describe('what was planted in Redis', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tandem-doctor-'));
  let redis: ChildProcess | undefined;

  const start = async (...settings: string[]) => {
    const socket = path.join(folder, `${randomBytes(4).toString('hex')}.sock`);
    redis = spawn('redis-server', ['--port', '0', '--unixsocket', socket, '--dir', folder, '--save', '', ...settings], {
      stdio: 'ignore',
    });
    while (!existsSync(socket)) await pause(20);
    return `unix://${socket}`;
  };
  const stop = async () => {
    const ended = new Promise((resolve) => redis?.once('exit', resolve));
    redis?.kill('SIGKILL');
    if (redis) await ended;
    redis = undefined;
  };
  afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('one that evicts, has no room, and is a read-only replica', async () => {
    const url = await start('--maxmemory', '2mb', '--maxmemory-policy', 'allkeys-lru', '--replicaof', '127.0.0.1', '1');
    const { of } = await examined({ REDIS_URL: url }, 'redis');
    await stop();
    expect([of('redis.policy'), of('redis.role')]).toEqual(['bad', 'bad']);
    expect(['warning', 'good']).toContain(of('redis.memory'));
  });

  test('one that syncs nothing to disk', async () => {
    const url = await start('--appendonly', 'yes', '--appendfsync', 'no');
    const { of } = await examined({ REDIS_URL: url }, 'redis');
    await stop();
    expect([of('redis.persistence'), of('redis.fsync')]).toEqual(['good', 'warning']);
  });

  test('another one than the worker uses', async () => {
    await beat();
    const { of } = await examined({ QUEUE_PREFIX: 'moon' }, 'redis');
    await owner.query('DELETE FROM worker_heartbeat');
    expect(of('redis.schedule')).toBe('bad');
    expect((await examined({ QUEUE_PREFIX: 'moon' }, 'redis')).of('redis.schedule')).toBe('advice');
  });

  test('none at all', async () => {
    const { code, of } = await called({ REDIS_URL: 'unix:///nowhere/redis.sock' });
    expect([code, of('redis.connection'), of('database.version')]).toEqual([5, 'bad', 'good']);
  });
});

describe('what was planted in the mail', () => {
  let sink: SmtpSink;
  beforeAll(async () => {
    sink = await startSmtpSink();
  });
  beforeEach(() => sink.forget());
  afterAll(() => sink.stop());

  const withMail = (more: Readonly<Record<string, string>> = {}) =>
    examined(
      {
        MAIL_TRANSPORT: 'smtp',
        SMTP_URL: sink.url,
        MAIL_FROM: 'Tandem <tandem@acme.com>',
        PUBLIC_URL: 'https://tandem.acme.com',
        ...more,
      },
      'mail',
    );

  test('a server without encryption, and one that is told to be taken all the same', async () => {
    const { of, said } = await withMail();
    expect(of('mail.server')).toBe('bad');
    expect(said('mail.server')).toMatch(/^encryption: /);
    const insecure = await withMail({ SMTP_INSECURE: 'true' });
    expect([insecure.of('mail.server'), insecure.of('mail.tls')]).toEqual(['good', 'warning']);
    expect(sink.taken).toEqual([]);
  });

  test('a server that is not there, and a sender nobody takes letters from', async () => {
    const { of, said } = await withMail({ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'Tandem <tandem@localhost>' });
    expect([of('mail.server'), of('mail.from')]).toEqual(['bad', 'bad']);
    expect(said('mail.server')).toMatch(/^unreachable: /);
  });
});

describe('what was planted in the configuration', () => {
  test('a door open to every network, no encryption, a zone that is none', async () => {
    const { of } = await called(
      {
        HOST: '0.0.0.0',
        PUBLIC_URL: 'http://tandem.acme.com',
        NODE_ENV: 'development',
        TZ: 'Taipei',
        TRUST_PROXY: '1',
      },
      '--only',
      'web',
      'machine',
    );
    expect([of('web.encryption'), of('web.host'), of('web.environment'), of('machine.time_zone')]).toEqual([
      'bad',
      'warning',
      'warning',
      'warning',
    ]);
  });

  test('more connections than the server gives', async () => {
    const { of } = await examined({ DATABASE_CONNECTIONS: '190', DATABASE_STATEMENT_SECONDS: '0' }, 'database');
    expect([of('database.max_connections'), of('database.statement_limit')]).toEqual(['bad', 'warning']);
  });
});
