import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { documentOf, handMade, runCli } from './run-cli';
import { freshDatabase, type TestDatabase } from './test-database';

// Every command is a process of its own.
jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const count = async (sql: string): Promise<number> => (await database.rows<{ n: number }>(sql))[0]?.n ?? 0;

describe('the demo company', () => {
  test('is loaded into an empty database, and believable', async () => {
    expect(await documentOf('seed', 'demo', '--if-empty')).toEqual({ loaded: true, seed: 1 });
    const opportunities = await count('SELECT COUNT(*) AS n FROM opportunity');
    expect(opportunities).toBeGreaterThan(2_700);
    expect(opportunities).toBeLessThan(3_300);
    expect(await count('SELECT COUNT(*) AS n FROM person')).toBe(24);
    expect(await count('SELECT COUNT(*) AS n FROM team')).toBe(4);
    expect(await count('SELECT COUNT(*) AS n FROM meeting_series')).toBe(2);
    const rate = await database.rows<{ rate: number }>(
      `SELECT SUM(outcome = 'won') / SUM(outcome IN ('won', 'lost')) AS rate FROM opportunity`,
    );
    expect(rate[0]?.rate).toBeGreaterThan(0.2);
    expect(rate[0]?.rate).toBeLessThan(0.35);
  });

  test('keeps every promise of the log: no gap in any history, and bookings that match what is won', async () => {
    expect(await count('SELECT COUNT(*) AS n FROM opportunity WHERE version <> last_seq')).toBe(0);
    expect(
      await count(
        `SELECT COUNT(*) AS n FROM opportunity o WHERE last_seq <> (SELECT COUNT(*) FROM opportunity_move m WHERE m.opportunity_id = o.id)`,
      ),
    ).toBe(0);
    expect(await count(`SELECT COUNT(*) AS n FROM opportunity_move WHERE at > UTC_TIMESTAMP(3)`)).toBe(0);
    expect(
      await count(`SELECT COUNT(*) AS n FROM opportunity o WHERE COALESCE((SELECT SUM(amount_minor) FROM booking b WHERE b.opportunity_id = o.id), 0)
        <> IF(o.outcome = 'won', o.amount_minor, 0)`),
    ).toBe(0);
  });

  test('has hand-offs that wait, some of them too long', async () => {
    expect(
      await count(`SELECT COUNT(*) AS n FROM hand_off WHERE state = 'offered' AND due_at < UTC_TIMESTAMP(3)`),
    ).toBeGreaterThanOrEqual(5);
    expect(
      await count(`SELECT COUNT(*) AS n FROM hand_off WHERE state = 'offered' AND due_at > UTC_TIMESTAMP(3)`),
    ).toBeGreaterThanOrEqual(5);
    expect(
      await count(`SELECT COUNT(*) AS n FROM hand_off WHERE answered_at > due_at AND state = 'accepted'`),
    ).toBeGreaterThan(20);
  });

  test('has touches of both sides behind most of what it won, and none before its time', async () => {
    expect(await count('SELECT COUNT(*) AS n FROM touch')).toBeGreaterThan(5_000);
    expect(await count('SELECT COUNT(DISTINCT side) AS n FROM touch')).toBe(2);
    expect(await count('SELECT COUNT(*) AS n FROM touch WHERE at > UTC_TIMESTAMP(3)')).toBe(0);
    expect(
      await count(
        `SELECT COUNT(*) AS n FROM booking b WHERE NOT EXISTS (SELECT 1 FROM touch t WHERE t.opportunity_id = b.opportunity_id)`,
      ),
    ).toBeGreaterThan(10);
  });

  test("leaves this week's agenda to be written, and it can be at once", async () => {
    expect(await count(`SELECT COUNT(*) AS n FROM agenda WHERE state <> 'held'`)).toBe(0);
    const agenda = await documentOf<{ state: string; items: readonly { section: string }[] }>(
      'agenda',
      '--series',
      'weekly-joint',
    );
    expect(agenda.state).toBe('composed');
    const sections = new Set(agenda.items.map(({ section }) => section));
    for (const section of ['actions', 'number', 'leaks', 'major', 'problems', 'money'])
      expect(sections).toContain(section);
    expect(await count(`SELECT COUNT(DISTINCT locale) AS n FROM delivery`)).toBe(2);
  });

  test('is not loaded twice, nor over anything else', async () => {
    expect((await runCli(['seed', 'demo'])).code).toBe(3);
    expect(await documentOf('seed', 'demo', '--if-empty')).toMatchObject({ loaded: false });
  });

  test('tells its sign-ins while it is here', async () => {
    const { signIns } = await documentOf<{ signIns: readonly { email: string; password: string; role: string }[] }>(
      'sign-ins',
    );
    expect(signIns.map(({ email }) => email)).toContain('rep@demo.example');
    expect(new Set(signIns.map(({ role }) => role)).size).toBe(7);
    expect(signIns.every(({ password }) => password.length >= 12)).toBe(true);
  });

  test('refuses real records beside it, and goes with everything in it when it is to be replaced', async () => {
    const before = await database.counts();
    const refused = await runCli(['import', 'crm-sales', handMade, '--json']);
    expect(refused.code).toBe(3);
    expect(JSON.parse(refused.stdout)).toMatchObject({ problem: { code: 'import.holds_demo' } });
    expect(await database.counts()).toEqual(before);

    const { report } = await documentOf<{ report: { total: unknown } }>(
      'import',
      'crm-sales',
      handMade,
      '--replace-demo',
    );
    expect(report.total).toMatchObject({ created: 34, refused: 0 });
    expect(await count('SELECT COUNT(*) AS n FROM opportunity')).toBe(18);
    expect(await count(`SELECT COUNT(*) AS n FROM person WHERE email LIKE '%@demo.example'`)).toBe(0);
    for (const table of ['agenda', 'quota', 'expense_line', 'touch'])
      expect(await count(`SELECT COUNT(*) AS n FROM ${table}`)).toBe(0);
    expect(
      await database.rows(
        'SELECT s.series_key AS series, p.role FROM meeting_series s JOIN person p ON p.id = s.chair_id',
      ),
    ).toEqual([{ series: 'weekly-joint', role: 'manager' }]);
    expect(await database.rows('SELECT holds, reporting_currency AS currency FROM organisation')).toEqual([
      { holds: 'real', currency: 'USD' },
    ]);
    expect(await documentOf('sign-ins')).toEqual({ signIns: [] });
  });

  test('a reset leaves no row behind but the funnel', async () => {
    expect(await documentOf('reset', '--yes')).toEqual({ removed: 'real' });
    const left = Object.entries(await database.counts()).filter(([, rows]) => rows > 0);
    expect(left.map(([table]) => table).sort()).toEqual(['funnel_stage']);
  });
});
