import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@tandem/kernel';
import { DeliveriesService } from '@tandem/mail';
import { aHistory, aWonDeal } from '../builders/a-history';
import { aSalesFloor } from '../builders/a-sales-floor';
import { aSeries } from '../builders/a-series';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { noRedis, startWorker, type TestWorker } from '../support/start-worker';

let api: RunningApi;
let worker: TestWorker;
let chair: SignedInClient;
beforeAll(async () => {
  api = await startApi();
  worker = await startWorker(api.clock, noRedis);
  chair = await api.as('revenue_officer', { name: 'Ann' });
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
});

test('what was sold is told as the scoreboard tells it: a win that was taken back is gone from both quarters', async () => {
  const floor = await aSalesFloor(api);
  const sold = { teamId: floor.teamId, ownerId: floor.amy };
  await aWonDeal(api, '2026-01-20', sold);
  await aHistory(api, {
    ...sold,
    steps: [
      { at: '2025-11-03T09:00:00Z', amountMinor: 90_000n },
      { at: '2025-11-20T09:00:00Z', stage: 'implement' },
      { at: '2026-02-10T09:00:00Z', stage: 'negotiate', outcome: 'open' },
    ],
  });
  await aSeries(api, { chair: chair.person });
  api.clock.set('2026-03-01T10:30:00Z');
  await worker.run('wake-planner');
  const [kept] = await api.database.query<{ facts: string }>(`SELECT facts FROM agenda_item WHERE kind = 'mix'`);
  expect(JSON.stringify(kept?.facts ?? null)).toContain('10000');
});

test('somebody asked twice to get a letter gets one, and the second asking says so', async () => {
  const deliveries = worker.app.get(DeliveriesService, { strict: false });
  const { id: personId } = chair.person;
  const letter = { kind: 'agenda', subjectId: newId(), personId, name: 'Ann', address: 'ann@example.com' };
  const ask = () => worker.act(() => deliveries.request({ ...letter, locale: 'en' }));
  expect([await ask(), await ask()]).toEqual([true, false]);
});
