import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MetricCardWire, MetricPartWire, OpportunityWire } from '@tandem/contracts';
import { date, startOfDay, type Id, type PlainDate } from '@tandem/kernel';
import { ForecastSnapshots, Projector } from '@tandem/metrics';
import { aSalesFloor } from '../builders/a-sales-floor';
import { aTouch } from '../builders/a-touch';
import { aSource } from '../builders/a-source';
import { anAccount } from '../builders/an-account';
import { anExchangeRate } from '../builders/an-exchange-rate';
import { anOfferedProduct } from '../builders/an-offered-product';
import { anOffer, anOpportunity, stageIds } from '../builders/an-opportunity';
import { chosen, committedPeriod, deed, perform, type Deed, type Scene } from '../builders/some-days';
import { forgetWork } from '../support/forget-work';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { passTo } from '../support/told-figures';
import { placesOf, recordsOf, sizeOf, sumOf } from '../support/told-parts';

const wished = process.env;
const zone = 'Europe/Berlin';
const days = ['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27'].map((day) => date(day));
/** The quarter is over, and every week of it has its forecast. */
const afterwards = '2027-01-20T12:00:00Z';

let api: RunningApi;
let officer: SignedInClient;
let set: Omit<Scene, 'accounts' | 'today'>;
let futureProduct: Id<'product'>;
let cards: readonly MetricCardWire[];
beforeAll(async () => {
  api = await startApi({ organisation: { zone, fiscalYearStart: 4 } });
  officer = await api.as('revenue_officer');
  await anExchangeRate(api.database, { from: 'EUR', to: 'USD', date: '2026-01-01', rate: '1.1' });
  const sources = [await aSource(api.database), await aSource(api.database)];
  set = { api, officer, sources, stages: await stageIds(officer), floor: await aSalesFloor(api) };
  futureProduct = await anOfferedProduct(api.database);
  await officer.patch(`/products/${futureProduct}`, { future: true }, { version: 1 });
  cards = (await get<{ metrics: MetricCardWire[] }>('/metrics')).metrics;
});
afterAll(() => api.stop());

async function get<Body>(path: string): Promise<Body> {
  const { status, body } = await officer.get(path);
  if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
  return body as Body;
}

interface Records {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly page: { readonly nextCursor: string | null };
  readonly count: number;
}

/** What was asked already of a history that does not change any more. */
const told = new Map<string, Promise<unknown>>();

function once<Told>(path: string, ask: (path: string) => Promise<Told>): Promise<Told> {
  const asked = told.get(path) ?? ask(path);
  told.set(path, asked);
  return asked as Promise<Told>;
}

async function allRecords(path: string): Promise<Records['items']> {
  const items: Records['items'][number][] = [];
  for (let cursor: string | null = null; ;) {
    const { page, count, ...more }: Records = await get(
      `${path}&limit=200${cursor === null ? '' : `&cursor=${cursor}`}`,
    );
    items.push(...more.items);
    cursor = page.nextCursor;
    if (cursor === null) {
      expect({ path, length: items.length }).toEqual({ path, length: count });
      return items;
    }
  }
}

interface Differing {
  readonly key: string;
  readonly at: string;
  readonly records: string;
  readonly value: bigint;
  readonly sum: bigint;
}

/** How often each figure was compared, and how often there was something to compare. */
const compared = new Map<string, { count: number; some: number }>();

/** Where the records behind a part of an answer do not add up to it. */
async function differences(
  key: string,
  part: MetricPartWire,
  asked: Readonly<Record<string, string>>,
): Promise<Differing[]> {
  const answer = await once(`/${part.route}?${new URLSearchParams(asked).toString()}`, get<object>);
  const found: Differing[] = [];
  for (const place of placesOf(answer, part.at)) {
    // What cannot be known is said to be so, and has no records to ask for.
    if (place.value === null) continue;
    const records = recordsOf(part, answer, place, asked);
    const [value, sum] = [sizeOf(place.value), sumOf(part, await once(records, allRecords))];
    const seen = compared.get(key) ?? { count: 0, some: 0 };
    compared.set(key, { count: seen.count + 1, some: seen.some + (value === 0n ? 0 : 1) });
    if (value !== sum) found.push({ key, at: part.at, records, value, sum });
  }
  return found;
}

/** Lives through five days of work, and waits until the quarter is over. */
async function live(brought: readonly (readonly Deed[])[]): Promise<void> {
  await forgetWork([
    'booking_restatement',
    'account_merge',
    'expense_line',
    'quota',
    'target',
    'touch',
    'forecast_snapshot',
  ]);
  const accounts: Id<'account'>[] = [];
  for (const parent of [null, 0, 0, 1, null, 4])
    accounts.push(await anAccount(api.database, { parentId: parent === null ? null : chosen(accounts, parent) }));
  await prepare();
  for (const [index, today] of days.entries()) {
    for (const [place, one] of (brought[index] ?? []).entries()) {
      await passTo(api, new Date(startOfDay(today, zone).getTime() + (place + 1) * 2_000_000).toISOString());
      await perform({ ...set, accounts, today }, one);
    }
  }
  await meet();
  await passTo(api, afterwards);
  await api.act(() => api.app.get(ForecastSnapshots, { strict: false }).takeDue());
}

const closeDates = ['2026-10-24', '2026-10-26', '2026-11-20', '2026-12-18', null];

/** Before the quarter, what is due in it; on its first morning, what marketing offers. */
async function prepare(): Promise<void> {
  await passTo(api, '2026-09-29T09:05:00Z');
  for (const [place, closeDate] of closeDates.entries()) {
    await anOpportunity(officer, {
      amount: { amountMinor: String((place + 1) * 1_700), currency: place === 1 ? 'EUR' : 'USD' },
      ownerId: set.floor.amy,
      closeDate,
      productId: futureProduct,
    });
  }
  await passTo(api, '2026-10-01T07:05:00Z');
  const [marketer, rep] = [await api.as('marketer'), await api.as('rep')];
  for (const [place, closeDate] of closeDates.entries()) {
    const one = await anOpportunity(marketer, { stage: 'qualify', closeDate });
    const offer = await anOffer(marketer, one, rep.person.teamId);
    if (place % 2 === 0) await rep.post(`/hand-offs/${offer.id}/acceptance`, {}, { version: 1 });
  }
}

/** Buyers are met. */
async function meet(): Promise<void> {
  const { items } = await get<{ items: OpportunityWire[] }>('/opportunities?limit=200');
  for (const [place, { id }] of items.entries()) {
    for (const sourceId of set.sources.slice(0, 1 + (place % 2))) {
      await aTouch(officer, { opportunityId: id, sourceId, at: '2026-10-20T09:00:00.000Z' });
    }
  }
}

const beginning: readonly Deed[] = Array.from({ length: 9 }, (_, place) => ({
  does: 'open',
  pick: place * 9,
  other: place * 7 + 2,
}));
const story = fc.array(fc.array(deed, { minLength: 12, maxLength: 18, size: 'max' }), { minLength: 5, maxLength: 5 });

/** What narrows a question, by the dimension it narrows. */
const narrowing = (pick: number): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  team: { teamId: set.floor.teamId },
  office: { officeId: 'none' },
  person: { personId: pick % 2 === 0 ? set.floor.amy : set.floor.ben },
  source: { sourceId: chosen(set.sources, pick) },
  campaign: { campaignId: 'none' },
  segment: { segment: 'none' },
  product: { productId: 'none' },
});

const question = fc.record({
  period: fc.constantFrom(committedPeriod, '2026-10', '2026-W43', '2026-10-26..2026-10-27'),
  reading: fc.constantFrom('restated', 'reported'),
  asOf: fc.option(fc.nat(days.length - 1), { freq: 3 }),
  /** Nothing, or one of the dimensions the figure has. */
  dimension: fc.option(fc.nat(99), { freq: 2 }),
  pick: fc.nat(99),
});

type Question =
  typeof question extends fc.Arbitrary<infer One> ? Omit<One, 'period'> & { readonly period: string } : never;

function askedOf({ dimensions, ofPeriod }: MetricCardWire, { period, reading, asOf, dimension, pick }: Question) {
  const narrowed = dimension === null ? {} : narrowing(pick)[chosen(dimensions, dimension)];
  const known: Readonly<Record<string, string>> = asOf === null ? {} : { asOf: chosen<PlainDate>(days, asOf) };
  return { ...(ofPeriod ? { period } : {}), reading, ...known, ...narrowed };
}

test('whatever has happened, the records behind every figure add up to it: in every slice, by both readings, as of any day', async () => {
  await fc.assert(
    fc.asyncProperty(
      story,
      fc.array(question, { minLength: 20, maxLength: 20, size: 'max' }),
      async (brought, questions) => {
        await live([[...beginning, ...(brought[0] ?? [])], ...brought.slice(1)]);
        for (const isFolded of [false, true]) {
          if (isFolded) while (await api.app.get(Projector, { strict: false }).step());
          told.clear();
          const found: Differing[] = [];
          for (const [place, card] of cards.entries()) {
            // Of all there is, now or as of the last day, and otherwise.
            const asOf = isFolded ? days.length - 1 : null;
            const plain = { ...chosen(questions, place), period: committedPeriod, asOf, dimension: null };
            for (const one of isFolded ? [plain] : [plain, chosen(questions, place + cards.length)]) {
              for (const part of card.parts) found.push(...(await differences(card.key, part, askedOf(card, one))));
            }
          }
          expect(found).toEqual([]);
        }
      },
    ),
    { numRuns: Number(wished['HISTORIES'] ?? 1), endOnFailure: true, seed: Number(wished['SEED'] ?? 1) },
  );
  expect(cards.filter(({ key }) => (compared.get(key)?.count ?? 0) === 0).map(({ key }) => key)).toEqual([]);
  const empty = cards.filter(({ key }) => (compared.get(key)?.some ?? 0) === 0).map(({ key }) => key);
  // Only an import knows what something cost.
  expect(empty).toEqual(['gross_profit_per_customer']);
}, 900_000);
