import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FigureWire, FunnelFiguresWire, ScoreboardWire } from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { Projector } from '@tandem/metrics';
import { aHistory, aWonDeal } from '../builders/a-history';
import { aSalesFloor, type SalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { anAccount } from '../builders/an-account';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { figureOf } from '../support/told-figures';

let api: RunningApi;
let viewer: SignedInClient;
let floor: SalesFloor;
let source: Id<'source'>;
beforeAll(async () => {
  api = await startApi({ organisation: { fiscalYearStart: 4 } });
  viewer = await api.as('viewer');
  floor = await aSalesFloor(api);
  source = await aSource(api.database);
  const accounts = [await anAccount(api.database), await anAccount(api.database), await anAccount(api.database)];
  const days = ['2024-08-05', '2025-05-10', '2025-11-10', '2026-02-03', '2026-05-04', '2026-05-20', '2026-08-09'];
  for (const [place, day] of days.entries()) {
    await aWonDeal(api, day, {
      amountMinor: BigInt(10_000 * (place + 1)),
      costMinor: place % 2 === 0 ? 4_000n : null,
      ownerId: floor.amy,
      teamId: floor.teamId,
      accountId: accounts[place % 3] ?? null,
      sourceId: place % 2 === 0 ? source : null,
    });
    await aHistory(api, {
      ownerId: floor.ben,
      teamId: floor.teamId,
      steps: [
        { at: `${day}T09:00:00Z`, stage: 'prospect' },
        ...(place % 2 === 0 ? [{ at: `${day}T12:00:00Z`, stage: 'define_needs' }] : []),
        { at: `${day}T15:00:00Z`, outcome: 'lost' as const },
      ],
    });
  }
}, 120_000);
afterAll(() => api.stop());

const board = async (query: string): Promise<ScoreboardWire> => {
  const { status, body } = await viewer.get(`/figures/scoreboard?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as ScoreboardWire;
};
const funnel = async (query: string) => (await viewer.get(`/figures/funnel?${query}`)).body as FunnelFiguresWire;
const codes = ({ notes }: Pick<ScoreboardWire, 'notes'>): string[] => notes.map(({ code }) => code);
const values = (figures: readonly FigureWire[]) => figures.map(({ key, value }) => [key, value]);

/** What a period says of the year before is what the year before says of itself. */
async function agrees(): Promise<void> {
  for (const [period, before] of [
    ['2027-Q1', '2026-Q1'],
    ['2026-Q3', '2025-Q3'],
    ['2026-05', '2025-05'],
    ['2027', '2026'],
    ['2026-04-15..2026-08-31', '2025-04-15..2025-08-31'],
  ]) {
    for (const narrowed of [
      '',
      `&teamId=${floor.teamId}`,
      `&personId=${floor.amy}`,
      '&sourceId=none',
      '&reading=reported',
    ]) {
      const now = await board(`period=${period}${narrowed}&by=${narrowed === '' ? 'source' : 'team'}`);
      const then = await board(`period=${before}${narrowed}&by=${narrowed === '' ? 'source' : 'team'}`);
      expect(now.figures.map(({ key, yearBefore }) => [key, yearBefore])).toEqual(values(then.figures));
      for (const { slice, figures } of now.slices) {
        const same = then.slices.find((one) => one.slice.id === slice.id);
        if (same) expect(figures.map(({ key, yearBefore }) => [key, yearBefore])).toEqual(values(same.figures));
      }
    }
  }
}

describe('beside each figure stands the year before', () => {
  test('counted from the records as the figure itself', async () => {
    expect(codes(await board('period=2027-Q1'))).toContain('rebuilding');
    await agrees();
  });

  test('and summed as the figure itself', async () => {
    while (await api.app.get(Projector, { strict: false }).step());
    expect(codes(await board('period=2027-Q1'))).toEqual([]);
    await agrees();
  });

  test('also where one opens the records', async () => {
    const { figure } = (await viewer.get('/figures/net_revenue/records?period=2027-Q1')).body;
    const { figures } = await board('period=2027-Q1');
    expect(figure.yearBefore).toEqual(figureOf(figures, 'net_revenue').yearBefore);
    expect(figure.yearBefore).toEqual({ unit: 'money', money: { amountMinor: '20000', currency: 'USD' } });
  });

  test('is not available before records began, and that is said; 0 is said only of a time that was recorded', async () => {
    const first = await board('period=2025-Q2');
    expect(codes(first)).toEqual(['no_previous', 'no_year_before']);
    expect(figureOf(first.figures, 'closings')).toMatchObject({
      value: { count: 1 },
      previous: null,
      yearBefore: null,
    });
    const second = await board('period=2025-Q4');
    expect(codes(second)).toEqual(['no_year_before']);
    expect(figureOf(second.figures, 'closings')).toMatchObject({
      value: { count: 0 },
      previous: { count: 0 },
      yearBefore: null,
    });
    const third = await board('period=2026-Q4');
    expect(codes(third)).toEqual([]);
    expect(figureOf(third.figures, 'closings')).toMatchObject({ value: { count: 1 }, yearBefore: { count: 0 } });
    const reader = await api.as('viewer', { locale: 'zh-TW' });
    const { notes } = (await reader.get('/figures/scoreboard?period=2025-Q4')).body as ScoreboardWire;
    expect(notes[0]?.detail).toBe('去年同期（2024-Q4）沒有紀錄，因此無從比較。');
  });

  test('conversions stand beside those of the year before, from sums and from the log', async () => {
    const rates = async (query: string) =>
      (await funnel(query)).rows.map(({ conversion }) => [
        conversion?.rate ?? null,
        conversion?.yearBeforeRate ?? null,
      ]);
    for (const narrowed of ['', `&personId=${floor.ben}`]) {
      const now = await rates(`period=2026-05${narrowed}`);
      const then = await rates(`period=2025-05${narrowed}`);
      expect(now.map(([, before]) => before)).toEqual(then.map(([rate]) => rate));
      expect(now.some(([, before]) => before !== null)).toBe(true);
    }
  });
});

describe('what is to be known about an answer is said in words', () => {
  test('a slice or days that no sums are kept for', async () => {
    expect(codes(await board(`period=2027-Q1&teamId=${floor.teamId}&sourceId=${source}`))).toEqual(['slow_slice']);
    expect(codes(await board(`period=2027-Q1&officeId=${floor.officeId}`))).toEqual(['slow_slice']);
    expect(codes(await board('period=2026-04-15..2026-08-31'))).toEqual(['slow_days']);
    expect(codes(await board('period=2026-W20'))).toEqual(['slow_days']);
    expect(codes(await funnel(`period=2026-05&personId=${floor.ben}`))).toEqual(['slow_slice']);
    expect(codes(await funnel('period=2026-W20'))).toEqual([]);
    const { notes } = await board('period=2026-W20');
    expect(notes[0]?.detail).toMatch(/which takes longer/);
  });

  test('sums that are being made anew', async () => {
    await api.database.write(() => api.database.run(`UPDATE fact_ledger SET state = 'building'`));
    expect(codes(await board('period=2027-Q1'))).toEqual(['rebuilding']);
    expect(codes(await funnel('period=2026-05'))).toEqual(['rebuilding']);
    await api.database.write(() => api.database.run(`UPDATE fact_ledger SET state = 'ready'`));
    expect(codes(await board('period=2027-Q1'))).toEqual([]);
  });

  test('few cases, stages that were skipped, amounts nobody knows', async () => {
    await aHistory(api, {
      ownerId: floor.ben,
      teamId: floor.teamId,
      steps: [{ at: '2026-11-20T09:00:00Z', stage: 'propose' }],
    });
    await aHistory(api, {
      ownerId: floor.ben,
      teamId: floor.teamId,
      currency: 'EUR',
      steps: [{ at: '2026-11-21T09:00:00Z', stage: 'prospect', amountMinor: 500n }],
    });
    const november = await funnel('period=2026-11');
    const own = Object.fromEntries(november.rows.map(({ key, notes }) => [key, notes.map(({ code }) => code)]));
    expect(own['prospect']).toEqual(['entries_without_value', 'entries_implied']);
    const may = await funnel('period=2026-05');
    const converted = may.rows.find(({ key }) => key === 'define_needs')?.conversion;
    expect(converted?.notes.map(({ code }) => code)).toEqual(['few_cases']);
  });
});
