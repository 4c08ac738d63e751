import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, date, startOfDay, type Id } from '@tandem/kernel';
import { LedgerComparisonReader, Projector } from '@tandem/metrics';
import { aSalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { anAccount } from '../builders/an-account';
import { stageIds } from '../builders/an-opportunity';
import { chosen, deed, perform } from '../builders/some-days';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { passTo } from '../support/told-figures';

const zone = 'Europe/Berlin';
const weeks = { fiscalYearStart: 1, fiscalCalendar: 'weeks_445', fiscalYearRule: 'nearest', weekStart: 1 } as const;
const path = '/organisation/fiscal-calendar';

let api: RunningApi;
let officer: SignedInClient;
let administrator: SignedInClient;
beforeAll(async () => {
  api = await startApi({ organisation: { zone, fiscalYearStart: 4 } });
  officer = await api.as('revenue_officer');
  administrator = await api.as('administrator');
});
afterAll(() => api.stop());

const rangeOf = async (period: string): Promise<string[]> => {
  const { body } = await officer.get(`/figures/scoreboard?period=${period}`);
  return [body.range?.from, body.range?.until];
};

describe('the fiscal calendar', () => {
  test('is calendar months until an administrator who has seen it changes it', async () => {
    await passTo(api, '2026-11-23T09:00:00Z');
    const { body } = await officer.get(path);
    expect(body).toMatchObject({ fiscalYearStart: 4, fiscalCalendar: 'months' });
    expect(body.year).toMatchObject({ key: '2027', from: '2026-04-01', until: '2027-04-01' });
    expect(await rangeOf('2027-P08')).toEqual(['2026-11-01', '2026-12-01']);
    expect((await officer.put(path, weeks, { version: body.version })).status).toBe(403);
    expect((await administrator.put(path, weeks)).status).toBe(428);
    expect((await administrator.put(path, weeks, { version: body.version + 1 })).status).toBe(412);
    const changed = await administrator.put(path, weeks, { version: body.version });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, `"v${body.version + 1}"`]);
    expect(changed.body.year).toMatchObject({ key: '2026', from: '2025-12-29', until: '2027-01-04' });
    expect(changed.body.year.months.at(-1)).toEqual({ key: '2026-P12', from: '2026-11-23', until: '2027-01-04' });
    expect((await officer.get('/session')).body.organisation).toMatchObject(weeks);
  });

  test('says what years, quarters and their months are; calendar months and numbered weeks are everybody’s', async () => {
    expect(await rangeOf('2026')).toEqual(['2025-12-29', '2027-01-04']);
    expect(await rangeOf('2026-Q4')).toEqual(['2026-09-28', '2027-01-04']);
    expect(await rangeOf('2026-P11')).toEqual(['2026-10-26', '2026-11-23']);
    expect(await rangeOf('2026-10')).toEqual(['2026-10-01', '2026-11-01']);
    expect(await rangeOf('2026-W53')).toEqual(['2026-12-28', '2027-01-04']);
    const { body } = await officer.get('/figures/scoreboard');
    expect(body.range.key).toBe('2026-Q4');
    expect((await officer.get('/figures/scoreboard?period=2026-P13')).body.code).toBe('period.unknown');
  });

  test('is told to the audit trail', async () => {
    const [line] = await api.database.query<{ before: string; after: string }>(
      `SELECT before_state AS \`before\`, after_state AS after FROM audit_line WHERE action = 'organisation.calendar_set'`,
    );
    const states = [line?.before, line?.after].map((state) =>
      typeof state === 'string' ? (JSON.parse(state) as unknown) : state,
    );
    expect(states).toMatchObject([{ fiscalCalendar: 'months' }, weeks]);
  });
});

test('in a year of weeks, whatever happens, sums and records give the same figures by fiscal month, quarter and year', async () => {
  const floor = await aSalesFloor(api);
  const sources = [await aSource(api.database), await aSource(api.database)];
  const stages = await stageIds(officer);
  const accounts: Id<'account'>[] = [];
  for (const parent of [null, 0, 0, null]) {
    accounts.push(await anAccount(api.database, { parentId: parent === null ? null : chosen(accounts, parent) }));
  }
  // The second day is the last of the tenth month, the third the first of the eleventh.
  const first = date('2026-10-24');
  const days = fc.sample(fc.array(deed, { minLength: 18, maxLength: 18 }), { numRuns: 4, seed: 7 });
  for (const [index, deeds] of days.entries()) {
    const today = addDays(first, index);
    const opened = Array.from({ length: 4 }, (_, place) => ({ does: 'open', pick: place * 9, other: place * 7 + 2 }));
    for (const [place, one] of [...(index === 0 ? opened : []), ...deeds].entries()) {
      await passTo(api, new Date(startOfDay(today, zone).getTime() + (place + 1) * 2_400_000).toISOString());
      await perform({ api, officer, stages, floor, sources, accounts, today }, one);
    }
  }
  await passTo(api, '2026-12-24T12:00:00Z');
  const asked = ['2026-P10', '2026-P11', '2026-Q4', '2026', '2026-10'].flatMap((period) =>
    ['', '&by=team', '&by=person', '&by=source'].flatMap((by) =>
      ['', '&asOf=2026-10-25', '&asOf=2026-10-26&reading=reported'].map((as) => `period=${period}${by}${as}`),
    ),
  );
  const look = async () => {
    const answers: Record<string, unknown> = {};
    for (const question of asked) {
      const { figures, slices } = (await officer.get(`/figures/scoreboard?${question}`)).body;
      answers[question] = { figures, slices };
    }
    return answers;
  };
  const counted = await look();
  while (await api.app.get(Projector, { strict: false }).step());
  expect(await api.app.get(LedgerComparisonReader, { strict: false }).differences()).toEqual([]);
  expect(await look()).toEqual(counted);
  // Whoever puts 10 customers more into the sums of the fiscal month sees them there: these are what is read.
  const customers = async () =>
    (await officer.get('/figures/scoreboard?period=2026-P10')).body.figures.find(
      ({ key }: { key: string }) => key === 'winning_customers',
    ).value?.count;
  const before = await customers();
  await api.database.write(() =>
    api.database.run(
      `UPDATE rollup_customer SET winning_count = winning_count + 10 WHERE slice_kind = 0 AND day = '2026-09-28' AND grain = 'month'`,
    ),
  );
  expect(await customers()).toBeGreaterThanOrEqual(before + 10);
}, 300_000);
