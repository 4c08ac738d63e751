import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type {
  DealSizeAnswerWire,
  FigureValue,
  FunnelFiguresWire,
  MatrixAnswerWire,
  ScoreboardWire,
  StaysAnswerWire,
  WinRatesAnswerWire,
} from '@tandem/contracts';
import { addDays, date, startOfDay, type Id, type PlainDate } from '@tandem/kernel';
import { aSalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { anAccount } from '../builders/an-account';
import { anExchangeRate } from '../builders/an-exchange-rate';
import { stageIds } from '../builders/an-opportunity';
import { chosen, deed, perform, type Deed, type Scene } from '../builders/some-days';
import { forgetWork } from '../support/forget-work';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { figureOf, passTo } from '../support/told-figures';
import { ToldMetrics, wholeOf } from '../support/told-metrics';

const wished = process.env;
const zone = 'Europe/Berlin';
/** The clocks go back on the second. */
const days = ['2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27'].map((day) => date(day));

let api: RunningApi;
let officer: SignedInClient;
let set: Omit<Scene, 'accounts' | 'today'>;
beforeAll(async () => {
  api = await startApi({ organisation: { zone, fiscalYearStart: 4 } });
  officer = await api.as('revenue_officer');
  await anExchangeRate(api.database, { from: 'EUR', to: 'USD', date: '2026-01-01', rate: '1.1' });
  const sources = [await aSource(api.database), await aSource(api.database)];
  set = { api, officer, sources, stages: await stageIds(officer), floor: await aSalesFloor(api) };
});
afterAll(() => api.stop());

function questions(): string[] {
  const [source] = set.sources;
  const october = 'period=2026-10';
  const asked = [
    `matrix?${october}&by=person,source`,
    `matrix?${october}&sourceId=${source}`,
    `matrix/records?${october}&limit=200`,
    `throughput?${october}`,
    `stays?${october}&by=source`,
    `stays?${october}&side=buyer`,
    `stays/records?${october}&row=prospect&limit=200`,
    `cycle?${october}&by=person`,
    `cycle/records?${october}&limit=200`,
    'stale?by=source',
    'stale/records?of=open&limit=200',
    `win-rates?${october}&by=source`,
    ...['broad', 'narrow', 'qualified', 'created'].map(
      (one) => `win-rates/records?${october}&limit=200&variant=${one}`,
    ),
    `deal-size?${october}&by=source,person`,
    `deal-size/records?${october}&limit=200`,
    `hand-offs?${october}`,
  ];
  return ['restated', 'reported'].flatMap((reading) => asked.map((question) => `${question}&reading=${reading}`));
}

/** Everything there is to ask, as the API answers it byte by byte. */
async function look(asOf?: PlainDate): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const question of questions()) {
    const answer = await officer.get(`/metrics/${question}${asOf ? `&asOf=${asOf}` : ''}`);
    if (answer.status !== 200) throw new Error(`${question}: ${JSON.stringify(answer.body)}`);
    answers[question] = JSON.stringify(answer.body);
  }
  return answers;
}

/** Where two looks differ, with what stands around it in both. */
const differences = (then: Record<string, string>, now: Record<string, string>): string[][] =>
  Object.keys(then).flatMap((question) => {
    const [one, other] = [then[question] ?? '', now[question] ?? ''];
    const place = [...one].findIndex((letter, index) => letter !== other[index]);
    const around = (text: string) => text.slice(Math.max(0, place - 200), place + 100);
    return one === other ? [] : [[question, around(one), around(other)]];
  });

/** What stands in two places is the same number in both. */
async function agree(reading: string): Promise<void> {
  const asked = `period=2026-10&reading=${reading}`;
  const get = async <Body>(path: string) => (await officer.get(path)).body as Body;
  const { figures } = await get<ScoreboardWire>(`/figures/scoreboard?${asked}`);
  const countOf = (value: FigureValue | null | undefined) => (value?.unit === 'count' ? value.count : null);
  const part = (of: string, wanted: string) =>
    countOf(figureOf(figures, of).parts.find(({ key }) => key === wanted)?.value);
  const { broad } = wholeOf(await get<WinRatesAnswerWire>(`/metrics/win-rates?${asked}`));
  expect([broad.won, broad.lost]).toEqual([part('win_rate', 'won'), part('win_rate', 'lost')]);
  const size = wholeOf(await get<DealSizeAnswerWire>(`/metrics/deal-size?${asked}`));
  expect(size.closings).toBe(part('closings', 'closings'));
  const stays = wholeOf(await get<StaysAnswerWire>(`/metrics/stays?${asked}`));
  const funnel = await get<FunnelFiguresWire>(`/figures/funnel?${asked}`);
  expect(stays.map(({ key, completed }) => [key, completed.median])).toEqual(
    funnel.rows.map(({ key, medianDays }) => [key, medianDays]),
  );
  const matrix = wholeOf(await get<MatrixAnswerWire>(`/metrics/matrix?${asked}`));
  for (const { place, count, value } of matrix.out) {
    const rows = await new ToldMetrics(officer).records(`matrix?${asked}&from=${place}`);
    const sum = rows.reduce((total, row) => total + BigInt(row.value?.amountMinor ?? 0), 0n);
    expect([place, rows.length, sum.toString()]).toEqual([place, count, value.amountMinor]);
  }
}

/** Some opportunities to begin with, and then what four days bring. */
const beginning: readonly Deed[] = Array.from({ length: 6 }, (_, place) => ({
  does: 'open',
  pick: place * 9,
  other: place * 7 + 2,
}));
const story = fc.array(fc.array(deed, { minLength: 14, maxLength: 20, size: 'max' }), { minLength: 4, maxLength: 4 });

test('whatever is learned later, the flow of a past day answers as it answered then, and agrees with the scoreboard and the funnel', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (brought) => {
      await forgetWork(['booking_restatement', 'account_merge', 'expense_line', 'quota', 'target']);
      const accounts: Id<'account'>[] = [await anAccount(api.database), await anAccount(api.database)];
      const told: Record<string, string>[] = [];
      for (const [index, today] of days.entries()) {
        const deeds = [...(index === 0 ? beginning : []), ...(brought[index] ?? [])];
        for (const [place, one] of deeds.entries()) {
          await passTo(api, new Date(startOfDay(today, zone).getTime() + (place + 1) * 2_400_000).toISOString());
          await perform({ ...set, accounts, today }, one);
        }
        await passTo(api, new Date(startOfDay(addDays(today, 1), zone).getTime() - 1).toISOString());
        told.push(await look());
        for (const reading of ['restated', 'reported']) await agree(reading);
      }
      await passTo(api, '2026-12-24T12:00:00Z');
      expect(await look()).not.toEqual(told[0]);
      for (const [index, answers] of told.entries()) {
        expect(differences(answers, await look(chosen(days, index)))).toEqual([]);
      }
    }),
    { numRuns: Number(wished['HISTORIES'] ?? 1), endOnFailure: true, seed: Number(wished['SEED'] ?? 1) },
  );
}, 600_000);
