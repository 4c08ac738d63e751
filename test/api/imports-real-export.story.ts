import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ImportRunner } from '@tandem/exchange';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

const folder = fileURLToPath(new URL('../../../shared/data/crm-sales-opportunities', import.meta.url));

// The export lies beside the project where it was worked on; elsewhere these stories are named as skipped.
const whereItIs = existsSync(folder) ? describe : describe.skip;

whereItIs('the real export, uploaded', () => {
  let api: RunningApi;
  let officer: SignedInClient;
  beforeAll(async () => {
    api = await startApi();
    officer = await api.as('revenue_officer');
    const form = new FormData();
    for (const name of ['accounts.csv', 'products.csv', 'sales_teams.csv', 'sales_pipeline.csv']) {
      form.append('files', new Blob([readFileSync(path.join(folder, name))]), name);
    }
    const started = await officer.post('/imports/crm-sales', form);
    expect(started.status).toBe(202);
    await api.app.get(ImportRunner).runWaiting();
  });
  afterAll(() => api.stop());

  test.each([
    ['2017-Q1', 531, '113467200', 84, 84, 116],
    ['2017-Q2', 1_254, '308611100', 85, 1, 778],
    ['2017-Q3', 1_257, '298225500', 85, 0, 790],
    ['2017-Q4', 1_196, '280249600', 85, 0, 789],
  ])('says its truth of %s to the unit', async (period, closings, amountMinor, winners, newcomers, lost) => {
    const { body } = await officer.get(`/figures/scoreboard?period=${period}`);
    const told = Object.fromEntries(
      body.figures.map(({ key, value }: { key: string; value: unknown }) => [key, value]),
    );
    expect(told).toMatchObject({
      closings: { count: closings },
      net_revenue: { money: { amountMinor, currency: 'USD' } },
      winning_customers: { count: winners },
      new_customers: { count: newcomers },
      lost: { count: lost },
    });
  });

  test('says its truth by regional office to the unit', async () => {
    const { body } = await officer.get('/figures/scoreboard?period=2017&by=office');
    const offices = body.slices.map(
      ({
        slice,
        figures,
      }: {
        slice: { name: { en: string } };
        figures: readonly { key: string; value: { money: { amountMinor: string } } }[];
      }) => [slice.name.en, figures.find(({ key }) => key === 'net_revenue')?.value.money.amountMinor],
    );
    expect(Object.fromEntries(offices)).toMatchObject({ Central: '334629300', East: '309059400', West: '356864700' });
  });
});
