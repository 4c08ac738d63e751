import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CycleAnswerWire, DealSizeAnswerWire, WinRatesAnswerWire } from '@tandem/contracts';
import { ImportRunner } from '@tandem/exchange';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { ToldMetrics } from '../support/told-metrics';

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

  /** What the product says of a slice, by the names of what it is cut by. */
  const told = async <Answer extends { slices: readonly { places: readonly { name: { en: string } }[] }[] }>(
    resource: string,
    by: string,
  ): Promise<Map<string, Answer['slices'][number]>> => {
    const answer = await new ToldMetrics(officer).get<Answer>(`${resource}?period=2017&by=${by}`);
    return new Map(answer.slices.map((slice) => [slice.places.map(({ name }) => name.en).join(' · '), slice]));
  };

  test.each([
    ['person', ({ agent }: Line) => agent],
    ['product', ({ product }: Line) => product],
    ['segment', ({ sector }: Line) => sector],
    ['person,product', ({ agent, product }: Line) => `${agent} · ${product}`],
    ['segment,product', ({ sector, product }: Line) => `${sector} · ${product}`],
  ])(
    'says the win rate, the cycle time and the sums by %s as anybody counts them from the files',
    async (by, nameOf) => {
      const counted = countBy(closedLines(), nameOf);
      const rates = await told<WinRatesAnswerWire>('win-rates', by);
      const cycles = await told<CycleAnswerWire>('cycle', by);
      const sizes = await told<DealSizeAnswerWire>('deal-size', by);
      const closed = [...rates].filter(([, { figures }]) => figures.broad.won + figures.broad.lost > 0);
      expect(closed.map(([name]) => name).toSorted()).toEqual([...counted.keys()].toSorted());
      for (const [name, { won, lost, days, cents }] of counted) {
        const broad = rates.get(name)?.figures.broad;
        expect([name, broad?.won, broad?.lost]).toEqual([name, won, lost]);
        expect(Number(broad?.rate)).toBeCloseTo(won / (won + lost), 5);
        if (won === 0) continue;
        expect([name, cycles.get(name)?.figures.days]).toEqual([name, spansOf(days)]);
        const size = sizes.get(name)?.figures;
        expect([name, size?.bookings.amountMinor, size?.closings]).toEqual([name, String(cents), won]);
        expect(Math.abs(Number(size?.average?.amountMinor) - cents / won)).toBeLessThanOrEqual(0.5);
      }
    },
  );
});

/** A line of the pipeline that is won or lost, with the sector of its account. */
interface Line {
  readonly agent: string;
  readonly product: string;
  readonly sector: string;
  readonly isWon: boolean;
  readonly days: number;
  readonly dollars: number;
}

interface Counted {
  readonly won: number;
  readonly lost: number;
  readonly days: readonly number[];
  readonly cents: number;
}

/** The rows of a file without its heading; no field of these files is quoted. */
const rowsOf = (name: string): string[][] =>
  readFileSync(path.join(folder, name), 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split(','));

function closedLines(): Line[] {
  const sectors = new Map(rowsOf('accounts.csv').map(([account = '', sector = '']) => [account, sector]));
  return rowsOf('sales_pipeline.csv').flatMap(
    ([, agent = '', product = '', account = '', stage, engaged, closed, value]) =>
      stage === 'Won' || stage === 'Lost'
        ? [
            {
              agent,
              // The one product that the pipeline spells otherwise than the price list.
              product: product === 'GTXPro' ? 'GTX Pro' : product,
              sector: sectors.get(account) ?? 'No segment',
              isWon: stage === 'Won',
              days: (Date.parse(closed ?? '') - Date.parse(engaged ?? '')) / 86_400_000,
              dollars: Number(value),
            },
          ]
        : [],
  );
}

function countBy(lines: readonly Line[], nameOf: (line: Line) => string): Map<string, Counted> {
  const counted = new Map<string, Counted>();
  for (const line of lines) {
    const { won, lost, days, cents } = counted.get(nameOf(line)) ?? { won: 0, lost: 0, days: [], cents: 0 };
    const more = line.isWon
      ? { won: won + 1, lost, days: [...days, line.days], cents: cents + line.dollars * 100 }
      : { won, lost: lost + 1, days, cents };
    counted.set(nameOf(line), more);
  }
  return counted;
}

/** Median and percentiles as a textbook has them, by nearest rank. */
function spansOf(days: readonly number[]) {
  const sorted = days.toSorted((one, other) => one - other);
  const rank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
  const half = sorted.length / 2;
  const median = ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
  return { count: sorted.length, median, p75: rank(0.75), p90: rank(0.9) };
}
