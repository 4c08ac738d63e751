import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FunnelFiguresWire } from '@tandem/contracts';
import { aHistory } from '../builders/a-history';
import { aSalesFloor } from '../builders/a-sales-floor';
import { startApi, type RunningApi } from '../support/start-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

test('what an export only knows to stand in a stage is in no cohort until it moves on a day that is known', async () => {
  const floor = await aSalesFloor(api);
  const sold = { teamId: floor.teamId, ownerId: floor.amy };
  const dated = await aHistory(api, { ...sold, steps: [{ at: '2026-10-05T09:00:00Z' }] });
  await aHistory(api, {
    ...sold,
    steps: [
      { at: '2026-10-06T09:00:00Z', inferred: true },
      { at: '2026-10-20T09:00:00Z', stage: 'define_needs' },
    ],
  });
  const viewer = await api.as('viewer');
  const { rows } = (await viewer.get('/figures/funnel?period=2026-Q4')).body as FunnelFiguresWire;
  const row = (key: string) => rows.find((one) => one.key === key);
  expect(row('prospect')).toMatchObject({ entered: 1, undated: 1, value: { amountMinor: '10000' } });
  expect(row('define_needs')).toMatchObject({ entered: 1, undated: 0, throughput: '1' });
  const records = await viewer.get('/figures/funnel/records?period=2026-Q4&row=prospect');
  expect(records.body.items.map(({ opportunityId }: { opportunityId: string }) => opportunityId)).toEqual([dated]);
});
