import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freshDatabase, type TestDatabase } from './test-database';
import { documentOf, handMade, runCli, startCli } from './run-cli';

interface Report {
  readonly violations: number;
  readonly looked: number;
  readonly verdicts: readonly {
    readonly id: string;
    readonly law: string;
    readonly advice: string;
    readonly violations: number;
    readonly examples: readonly Record<string, unknown>[];
  }[];
}

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
}, 60_000);
afterAll(() => database.close());

const broken = async () => {
  const { stdout } = await runCli(['verify', '--json']);
  return (JSON.parse(stdout) as Report).verdicts.filter(({ violations }) => violations > 0);
};

describe('tandem verify', () => {
  test('every law holds of nothing, of the demo company, and of what an import has brought', async () => {
    expect(await documentOf<Report>('verify')).toMatchObject({ violations: 0, looked: 0 });
    for (const command of [
      ['seed', 'demo'],
      ['agenda', '--series', 'weekly-joint'],
      ['import', 'crm-sales', handMade, '--replace-demo'],
      ['import', 'crm-sales', handMade],
      [
        'user',
        'create',
        '--name',
        'Ann',
        '--email',
        'ann@example.test',
        '--role',
        'administrator',
        '--side',
        'other',
        '--password-stdin',
      ],
    ]) {
      const { code, stderr } = await runCli(command, { stdin: 'a password for tests\n' });
      expect({ command, code, stderr: code === 0 ? '' : stderr }).toEqual({ command, code: 0, stderr: '' });
      const { verdicts, looked } = await documentOf<Report>('verify');
      expect({ command, broken: verdicts.filter(({ violations }) => violations > 0) }).toEqual({ command, broken: [] });
      expect(looked).toBeGreaterThan(0);
    }
  }, 120_000);

  test('says in words which law does not hold, of which rows and what to do, and ends with 1', async () => {
    await database.rows('UPDATE opportunity SET amount_minor = 1 ORDER BY id LIMIT 1');
    const { code, stdout, stderr } = await runCli(['verify', '--locale', 'zh-TW']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/BROKEN\s+I2\s+每筆商機的金額/);
    expect(stdout).toMatch(/opportunityId [0-9a-f-]{36}/);
    expect(stdout).toContain('有人繞過歷程更改了金額');
    expect(stderr).toContain('Verified');
    expect((await broken()).map(({ id }) => id)).toContain('I2');
  });

  test('looks at one law, or at all parts of one, and at nothing that is none', async () => {
    const one = await runCli(['verify', '--only', 'I5', '--json']);
    expect(one.code).toBe(0);
    expect((JSON.parse(one.stdout) as Report).verdicts.map(({ id }) => id)).toEqual(['I5']);
    const parts = await runCli(['verify', '--only', 'i14', '--json']);
    expect((JSON.parse(parts.stdout) as Report).verdicts.length).toBeGreaterThan(4);
    const none = await runCli(['verify', '--only', 'I99']);
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('There is no check called I99');
  });

  test('is stopped by Ctrl-C, and says that nothing is known', async () => {
    await database.rows('LOCK TABLES account_merge WRITE');
    const child = startCli(['verify']);
    let told = '';
    child.stderr?.on('data', (text: Buffer) => (told += text.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    for (let tries = 0; !told.includes('Verified') && tries < 200; tries++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await database.rows('UNLOCK TABLES');
    expect(await ended).toBe(130);
    expect(told).toContain('Stopped');
  });
});
