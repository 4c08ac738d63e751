import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FunnelFiguresWire } from '@tandem/contracts';
import { addDays, date, type Id } from '@tandem/kernel';
import { aHistory } from '../builders/a-history';
import { aSalesFloor } from '../builders/a-sales-floor';
import { redated, withdrawn } from '../builders/later-knowledge';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { passTo, ToldFigures } from '../support/told-figures';

let api: RunningApi;
let officer: SignedInClient;
let told: ToldFigures;
beforeAll(async () => {
  api = await startApi();
  officer = await api.as('revenue_officer');
  told = new ToldFigures(officer);
});
afterAll(() => api.stop());

/** The window from prospect to the next row, in October. */
async function windowOf(knowledge = ''): Promise<number | undefined> {
  const { rows } = await told.get<FunnelFiguresWire>(`funnel?period=2026-10${knowledge}`);
  return rows.find(({ key }) => key === 'define_needs')?.conversion?.windowDays;
}

/** Thirty winners, of whom twenty-six took five days and four twenty: the twenty-seventh, at nine in ten of them, decides. */
async function winners(): Promise<{ readonly slow: Id<'opportunity'>; readonly quick: Id<'opportunity'> }> {
  const { teamId, amy: ownerId } = await aSalesFloor(api);
  const won = async (days: number) => {
    const [entered, next, closed] = [0, days, days + 1].map((later) => addDays(date('2026-03-02'), later));
    const steps = [
      { at: `${entered}T09:00:00Z`, stage: 'prospect' },
      { at: `${next}T08:00:00Z`, stage: 'define_needs' },
      { at: `${closed}T08:00:00Z`, stage: 'implement' },
    ];
    return aHistory(api, { teamId, ownerId, steps });
  };
  const took = [...Array<number>(26).fill(5), ...Array<number>(4).fill(20)];
  const ids: Id<'opportunity'>[] = [];
  for (const days of took) ids.push(await won(days));
  return { quick: ids[0] as Id<'opportunity'>, slow: ids[29] as Id<'opportunity'> };
}

test('a window learned from winners changes with the next answer when the log of one of them is corrected, and not as it was told before', async () => {
  const { slow, quick } = await winners();
  expect([await windowOf(), await windowOf(), await windowOf('&reading=reported')]).toEqual([20, 20, 20]);
  await passTo(api, '2026-11-24T09:00:00Z');
  expect((await redated(officer, slow, 2, '2026-03-04T08:00:00Z')).status).toBe(200);
  expect([await windowOf(), await windowOf('&reading=reported')]).toEqual([5, 20]);
  expect([await windowOf('&asOf=2026-11-23'), await windowOf('&asOf=2026-11-24')]).toEqual([20, 5]);
  // One winner less is too few to learn from.
  await passTo(api, '2026-11-25T09:00:00Z');
  expect((await withdrawn(officer, quick)).status).toBe(200);
  expect([await windowOf(), await windowOf('&asOf=2026-11-24'), await windowOf('&asOf=2026-11-23')]).toEqual([
    90, 5, 20,
  ]);
});
