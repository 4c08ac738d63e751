import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { testDatabaseUrl } from '../support/servers';
import { documentOf, runCli } from './run-cli';
import { freshDatabase, type TestDatabase } from './test-database';

// Every command is a process of its own.
jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

describe('the command line', () => {
  test('lists its commands and its exit codes', async () => {
    const { code, stdout } = await runCli(['--help']);
    expect(code).toBe(0);
    for (const command of [
      'import',
      'kpis',
      'funnel',
      'agenda',
      'seed',
      'reset',
      'user',
      'doctor',
      'sign-ins',
      'migrate',
    ])
      expect(stdout).toContain(command);
    expect(stdout).toContain('78');
  });

  test.each([[['fly']], [['kpis', '--by', 'moon']], [['user', 'create', '--email', 'x']]])(
    'calls %j wrong usage',
    async (args) => {
      const { code, stdout, stderr } = await runCli(args);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).not.toBe('');
    },
  );

  test('names every fault of the configuration', async () => {
    const { code, stderr } = await runCli(['kpis'], { environment: { DATABASE_URL: 'postgres://x', PORT: 'high' } });
    expect(code).toBe(78);
    expect(stderr).toContain('DATABASE_URL');
    expect(stderr).toContain('PORT');
  });

  test('says in one sentence that the database cannot be reached', async () => {
    const { code, stderr } = await runCli(['kpis'], {
      environment: { DATABASE_URL: 'mysql://root@localhost/tandem?socketPath=/nowhere.sock' },
    });
    expect(code).toBe(5);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('says in one sentence that the database refuses its user', async () => {
    const stranger = new URL(testDatabaseUrl());
    stranger.username = 'nobody_of_ours';
    stranger.password = 'wrong';
    const { code, stderr } = await runCli(['migrate'], {
      environment: { DATABASE_URL: stranger.href, DATABASE_OWNER_URL: stranger.href },
    });
    expect(code).toBe(78);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('DATABASE_OWNER_URL');
  });

  test('refuses figures of nothing, and of a period that does not exist', async () => {
    expect((await runCli(['kpis'])).code).toBe(3);
    const lost = await runCli(['import', 'crm-sales', '/nowhere/at/all', '--json']);
    expect(lost.code).toBe(4);
    expect(JSON.parse(lost.stdout)).toMatchObject({ problem: { code: 'import.folder_unreadable' } });
  });

  test('makes somebody who can sign in, once, and invites them anew', async () => {
    const person = [
      'user',
      'create',
      '--email',
      'Ana@Example.test',
      '--name',
      'Ana',
      '--role',
      'administrator',
      '--side',
      'other',
      '--password-stdin',
    ];
    expect((await runCli(person, { stdin: 'short\n' })).code).toBe(2);
    expect((await runCli(person, { stdin: 'long enough a word\n' })).code).toBe(0);
    const again = await runCli([...person, '--json'], { stdin: 'long enough a word\n' });
    expect(again.code).toBe(3);
    expect(JSON.parse(again.stdout)).toMatchObject({ problem: { code: 'person.email_taken' } });
    expect(await database.rows('SELECT email, role, password_hash IS NOT NULL AS may FROM person')).toEqual([
      { email: 'Ana@Example.test', role: 'administrator', may: 1 },
    ]);
    const digests = [];
    for (const email of ['ana@example.test', 'Ana@Example.test']) {
      const { link } = await documentOf<{ link: string }>('user', 'invite', '--email', email);
      expect(link).toMatch(/\/invitation#[\w-]{43}$/);
      digests.push(createHash('sha256').update(link.split('#')[1]!).digest('hex'));
    }
    // The later link ends the one before it, and the password stays.
    expect(
      await database.rows(
        `SELECT LOWER(HEX(i.token_hash)) AS digest, p.password_hash IS NOT NULL AS may
         FROM invitation i JOIN person p ON p.id = i.person_id`,
      ),
    ).toEqual([{ digest: digests[1], may: 1 }]);
    expect((await runCli(['user', 'invite', '--email', 'nobody@example.test'])).code).toBe(3);
  });

  test('migrates a database that is up to date without a word about it twice', async () => {
    expect(await documentOf('migrate')).toEqual({ migrations: 0 });
  });

  test('asks before it removes anything, and where nobody can be asked it removes nothing', async () => {
    expect((await runCli(['reset'])).code).toBe(2);
    expect(await database.rows('SELECT COUNT(*) AS n FROM person')).toEqual([{ n: 1 }]);
  });
});
