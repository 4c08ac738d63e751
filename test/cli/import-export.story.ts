import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { rowsOfQuarters, toldFigures, toldOffices } from './figures-truth';
import { documentOf, exportWith, handMade, handMadeFile, runCli } from './run-cli';
import { freshDatabase, type TestDatabase } from './test-database';

interface Imported {
  readonly report: {
    readonly total: Record<string, number>;
    readonly repairs: readonly unknown[];
    readonly gaps: readonly { readonly code: string; readonly rows: number }[];
    readonly refusals: readonly { readonly file: string; readonly row: number; readonly code: string }[];
  };
}

let database: TestDatabase;
beforeEach(async () => {
  await database?.close();
  database = await freshDatabase();
});
afterAll(() => database.close());

const take = (folder: string, ...more: string[]) => documentOf<Imported>('import', 'crm-sales', folder, ...more);

describe('importing the export of another CRM', () => {
  test('the hand-made export says its own truth by quarter and by office', async () => {
    const { report } = await take(handMade);
    expect(report.total).toEqual({ read: 34, created: 34, updated: 0, unchanged: 0, repaired: 4, refused: 0 });
    expect(report.repairs).toEqual([
      { file: 'sales_pipeline.csv', column: 'product', from: 'NXPro', to: 'NX Pro', rows: 4 },
    ]);
    expect(report.gaps).toEqual(
      expect.arrayContaining([
        { file: 'sales_pipeline.csv', code: 'no_account', rows: 3 },
        { file: 'sales_pipeline.csv', code: 'no_date', rows: 2 },
      ]),
    );
    expect(await toldFigures('2022-Q1')).toEqual({
      quarter: '2022-Q1',
      closings: 4,
      net_revenue: 3_625_500,
      winning_customers: 3,
      new_customers: 3,
      lost: 2,
    });
    expect(await toldFigures('2022-Q2')).toEqual({
      quarter: '2022-Q2',
      closings: 4,
      net_revenue: 994_500,
      winning_customers: 4,
      new_customers: 2,
      lost: 3,
    });
    expect(await toldOffices('2022')).toEqual({ North: 1_475_500, South: 3_144_500 });
    expect(await rowsOfQuarters(database)).toEqual([
      { quarter: '2022-Q1', closings: 4, net_revenue: 3_625_500, winning_customers: 3 },
      { quarter: '2022-Q2', closings: 4, net_revenue: 994_500, winning_customers: 4 },
    ]);
  });

  test('stages, teams, families and what nobody knows are kept as the export has them', async () => {
    await take(handMade);
    expect(
      await database.rows(`SELECT s.stage_key AS stage, o.outcome, COUNT(*) AS n FROM opportunity o JOIN funnel_stage s ON s.id = o.stage_id
        GROUP BY stage, outcome ORDER BY stage, outcome`),
    ).toEqual([
      { stage: 'define_needs', outcome: 'open', n: 3 },
      { stage: 'define_needs', outcome: 'lost', n: 5 },
      { stage: 'implement', outcome: 'won', n: 8 },
      { stage: 'prospect', outcome: 'open', n: 2 },
    ]);
    expect(await database.rows(`SELECT COUNT(*) AS n FROM opportunity_move WHERE at_precision = 'inferred'`)).toEqual([
      { n: 2 },
    ]);
    expect(
      await database.rows(`SELECT COUNT(*) AS n FROM opportunity WHERE outcome = 'open' AND amount_minor IS NULL`),
    ).toEqual([{ n: 5 }]);
    expect(
      await database.rows('SELECT version = last_seq AS fits, COUNT(*) AS n FROM opportunity GROUP BY fits'),
    ).toEqual([{ fits: 1, n: 18 }]);
    expect(
      await database.rows(
        `SELECT a.name FROM account a JOIN account p ON p.id = a.parent_id WHERE p.name = 'Harbour Lights'`,
      ),
    ).toEqual([{ name: 'Harbour Lights Madeira' }]);
    expect(
      await database.rows(`SELECT role, COUNT(*) AS n FROM person WHERE email IS NULL GROUP BY role ORDER BY n`),
    ).toEqual([
      { role: 'manager', n: 2 },
      { role: 'rep', n: 6 },
    ]);
    expect(await database.rows('SELECT reporting_currency AS currency, zone, holds FROM organisation')).toEqual([
      { currency: 'USD', zone: 'UTC', holds: 'real' },
    ]);
  });

  test('a second import changes nothing', async () => {
    await take(handMade);
    const before = await database.counts();
    const { report } = await take(handMade);
    expect(report.total).toMatchObject({ read: 34, created: 0, updated: 0, unchanged: 34 });
    const after = await database.counts();
    expect({ ...after, import_run: 0, audit_line: 0, outbox_event: 0 }).toEqual({
      ...before,
      import_run: 0,
      audit_line: 0,
      outbox_event: 0,
    });
  });

  test('an import founds the weekly joint meeting, and the agenda of a week it speaks of can be asked for', async () => {
    await take(handMade);
    expect(
      await database.rows(
        `SELECT s.series_key AS series, COUNT(*) AS members FROM meeting_series s JOIN meeting_member m ON m.series_id = s.id GROUP BY 1`,
      ),
    ).toEqual([{ series: 'weekly-joint', members: 2 }]);
    const agenda = await documentOf<{ isoWeek: string; items: readonly unknown[] }>(
      'agenda',
      '--series',
      'weekly-joint',
      '--week',
      '2022-W10',
    );
    expect(agenda.isoWeek).toBe('2022-W10');
    expect(agenda.items.length).toBeGreaterThan(0);
  });

  // Every command is a process of its own.
  jest.setTimeout(60_000);

  test('a dry run decides everything and writes nothing but its report', async () => {
    const before = await database.counts();
    const { report } = await take(handMade, '--dry-run');
    expect(report.total).toMatchObject({ read: 34, created: 34, repaired: 4 });
    const after = await database.counts();
    const written = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(written.sort()).toEqual(['audit_line', 'import_run', 'outbox_event']);
  });

  test('a changed row is a new move and a corrected booking, never a rewritten past', async () => {
    await take(handMade);
    const changed = handMadeFile('sales_pipeline.csv')
      .replace('2022-01-17,4750', '2022-01-17,4700')
      .replace('Engaging,2022-05-01,,', 'Won,2022-05-01,2022-06-20,500')
      .replace('Prospecting,,,', 'Engaging,2022-06-01,,');
    const { report } = await take(exportWith({ 'sales_pipeline.csv': changed }));
    expect(report.total).toMatchObject({ created: 0, updated: 3, unchanged: 31, refused: 0 });
    expect(await toldFigures('2022-Q1')).toMatchObject({ closings: 4, net_revenue: 3_620_500 });
    expect(await toldFigures('2022-Q2')).toMatchObject({ closings: 5, net_revenue: 1_044_500 });
    expect(await database.rows('SELECT COUNT(*) AS n FROM booking WHERE reverses_id IS NOT NULL')).toEqual([{ n: 1 }]);
    expect(
      await database.rows(
        'SELECT COUNT(*) AS n FROM opportunity o WHERE o.version <> (SELECT MAX(m.version) FROM opportunity_move m WHERE m.opportunity_id = o.id)',
      ),
    ).toEqual([{ n: 0 }]);
  });

  test('rows that cannot be true are left out by number and reason, and the others are taken', async () => {
    const faulty = [
      'X1,Ada Verne,NX Pro,Quillon,Won,2022-02-30,2022-03-01,100',
      'X2,Ada Verne,NX Pro,Quillon,Won,2022-02-01,2022-03-01,"1,2,3"',
      'X3,Nobody Here,NX Pro,Quillon,Won,2022-02-01,2022-03-01,100',
      'X4,Ada Verne,NX Pro,Quillon,Thinking,2022-02-01,,',
      'X5,Ada Verne,NX Pro,Quillon,Won,2022-03-02,2022-03-01,100',
      'A1B2C3D4,Ada Verne,NX Pro,Quillon,Won,2022-02-01,2022-03-01,100',
      'X6,Ada Verne,NX Pro',
    ];
    const folder = exportWith({ 'sales_pipeline.csv': `${handMadeFile('sales_pipeline.csv')}${faulty.join('\n')}\n` });
    const { code, stdout } = await runCli(['import', 'crm-sales', folder, '--json']);
    expect(code).toBe(6);
    const { report } = JSON.parse(stdout) as Imported;
    expect(report.total).toMatchObject({ read: 41, created: 34, refused: 7 });
    expect(report.refusals.map(({ row, code: reason }) => [row, reason])).toEqual([
      [20, 'import.date_unreadable'],
      [21, 'import.amount_unreadable'],
      [22, 'import.unknown_sales_agent'],
      [23, 'import.unknown_stage'],
      [24, 'import.closed_before_engaged'],
      [25, 'import.duplicate_row'],
      [26, 'import.row_shape'],
    ]);
    expect(await database.rows('SELECT COUNT(*) AS n FROM opportunity')).toEqual([{ n: 18 }]);
  });
});

describe('a file that cannot be read as a whole', () => {
  test.each<[string, string, Record<string, string | Buffer | null>]>([
    ['is missing', 'import.missing_file', { 'products.csv': null }],
    ['is not UTF-8', 'import.wrong_encoding', { 'accounts.csv': Buffer.from([0x61, 0x63, 0xa4, 0xa4, 0x0a]) }],
  ])('is refused when it %s, and nothing is written', async (_, code, files) => {
    const before = await database.counts();
    const refused = await runCli(['import', 'crm-sales', exportWith(files), '--json']);
    expect(refused.code).toBe(4);
    expect(JSON.parse(refused.stdout)).toMatchObject({ problem: { code } });
    expect(refused.stderr.trim().split('\n')).toHaveLength(1);
    expect(await database.counts()).toEqual(before);
  });
});
