import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WaterfallWire } from '@tandem/contracts';
import { date, startOfDay, type PlainDate } from '@tandem/kernel';
import { LedgerComparisonReader, Projector } from '@tandem/metrics';
import type { OrganisationSettings } from '@tandem/people';
import { aSalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { anAccount } from '../builders/an-account';
import { anExchangeRate } from '../builders/an-exchange-rate';
import { stageIds } from '../builders/an-opportunity';
import { deed, perform, type Deed, type Scene } from '../builders/some-days';
import { forgetWork } from '../support/forget-work';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { passTo } from '../support/told-figures';
import { ToldPipeline } from '../support/told-pipeline';

const wished = process.env;
const histories = Number(wished['HISTORIES'] ?? 1);
/** One history, as in every run, is asked of fewer parts and fewer days. */
const isLong = histories > 1;
const zone = 'Europe/Berlin';
/** From one week, month, quarter and year into the next, by everybody's calendar and by that of weeks. */
const days = ['2026-12-29', '2026-12-31', '2027-01-03', '2027-01-04', '2027-01-05'].map((day) => date(day));
const periods = ['2026-W53', '2027-W01', '2026-12', '2027-P01', '2026-Q4', '2027'];

const calendars: Readonly<Record<string, Partial<OrganisationSettings>>> = {
  months: { fiscalYearStart: 1 },
  weeks: { fiscalYearStart: 1, fiscalCalendar: 'weeks_445', fiscalYearRule: 'nearest', weekStart: 1 },
};

describe.each(Object.entries(calendars))('in years of %s', (_, calendar) => {
  let api: RunningApi;
  let officer: SignedInClient;
  let told: ToldPipeline;
  let set: Omit<Scene, 'accounts' | 'today'>;
  let scopes: string[];
  beforeAll(async () => {
    api = await startApi({ organisation: { zone, ...calendar } });
    officer = await api.as('revenue_officer');
    told = new ToldPipeline(officer);
    await anExchangeRate(api.database, { from: 'EUR', to: 'USD', date: '2026-01-01', rate: '1.1' });
    const [north, south] = [await aSalesFloor(api), await aSalesFloor(api)];
    const sources = [await aSource(api.database), await aSource(api.database)];
    // Whoever hands an opportunity on hands it to another team, in another office.
    set = { api, officer, sources, stages: await stageIds(officer), floor: { ...north, ben: south.ben } };
    scopes = [
      '',
      ...(isLong ? [north, south] : [south]).map(({ teamId }) => `&teamId=${teamId}`),
      ...(isLong ? [sources[0], 'none'] : [sources[0]]).map((source) => `&sourceId=${source}`),
    ];
  });
  afterAll(() => api.stop());

  const projector = () => api.app.get(Projector, { strict: false });
  const definedAs = (definition: string) =>
    api.database.write(() => api.database.run('UPDATE fact_ledger SET definition = ?', [definition]));

  /** Every net waterfall of all that is open, as the API answers it byte by byte. */
  async function look(asOf?: PlainDate, asked = scopes): Promise<Map<string, string>> {
    const answers = new Map<string, string>();
    for (const period of periods)
      for (const scope of asked)
        for (const reading of ['restated', 'reported']) {
          const question = `waterfall?period=${period}&closing=any${scope}&reading=${reading}${asOf ? `&asOf=${asOf}` : ''}`;
          answers.set(question, JSON.stringify(await told.get(question)));
        }
    return answers;
  }

  /** The same by the logs: sums of another definition are not read. */
  async function lookInLogs(asOf?: PlainDate, asked = scopes): Promise<Map<string, string>> {
    const [ledger] = await api.database.query<{ definition: string }>('SELECT definition FROM fact_ledger');
    if (!ledger) return look(asOf, asked);
    await definedAs('of before');
    const answers = await look(asOf, asked);
    await definedAs(ledger.definition);
    return answers;
  }

  const differences = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) =>
    [...one].filter(([question, answer]) => other.get(question) !== answer).map(([question]) => question);

  async function opensUnpriced({ other }: Deed): Promise<void> {
    const { status } = await officer.post('/opportunities', {
      name: `Without an amount ${other}`,
      stageId: set.stages['propose'],
      ownerId: other % 2 === 0 ? set.floor.amy : set.floor.ben,
    });
    expect(status).toBe(201);
  }

  /**
   * Lives through the days, folding at the end of some of them alone; on each, sums and tail say what the logs say: of the whole and, in
   * turn, of a part.
   */
  async function live(lived: readonly (readonly Deed[])[], does: (one: Deed, scene: Scene) => Promise<void>) {
    const accounts = [await anAccount(api.database), await anAccount(api.database)];
    for (const [index, today] of days.entries()) {
      for (const [place, one] of (lived[index] ?? []).entries()) {
        await passTo(api, new Date(startOfDay(today, zone).getTime() + (place + 1) * 2_400_000).toISOString());
        if (one.does === 'unpriced') await opensUnpriced(one);
        else await does(one, { ...set, accounts, today });
      }
      const asked = ['', scopes[1 + (index % (scopes.length - 1))]!];
      expect(differences(await look(undefined, asked), await lookInLogs(undefined, asked))).toEqual([]);
      if (index % 2 === 0) while (await projector().step());
    }
  }

  const doing = fc.oneof(
    { weight: 12, arbitrary: deed },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('unpriced'), pick: fc.nat(99), other: fc.nat(99) }) },
  );
  const story = fc.array(fc.array(doing, { minLength: 12, maxLength: 18, size: 'max' }), {
    minLength: days.length,
    maxLength: days.length,
  });
  const runs = { numRuns: histories, endOnFailure: true, seed: Number(wished['SEED'] ?? 1) };

  test('sums, sums with a tail, and the logs tell the same waterfalls, of now and as of every past day', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (lived) => {
        await forgetWork(['booking_restatement', 'account_merge', 'expense_line', 'quota', 'target']);
        const opened = [4, 7, 10, 13, 16, 19].map((other) => ({ does: 'open', pick: other, other }));
        await live([[...opened, ...(lived[0] ?? [])], ...lived.slice(1)], (one, scene) =>
          // In dollars: what an amount in another currency is worth hangs on a plan rate, and is looked up in the logs.
          perform(scene, one.does === 'open' && one.other % 3 === 0 ? { ...one, other: one.other + 1 } : one),
        );
        await passTo(api, '2027-02-11T12:00:00Z');
        const tail = new Map<PlainDate | undefined, Map<string, string>>();
        for (const asOf of [...days.slice(isLong ? 2 : 3), ...(isLong ? [date('2027-01-31')] : []), undefined])
          tail.set(asOf, await look(asOf));
        while (await projector().step());
        for (const [asOf, answers] of tail) {
          expect(differences(await look(asOf), answers)).toEqual([]);
          expect(differences(await lookInLogs(asOf), answers)).toEqual([]);
        }
        expect(await api.app.get(LedgerComparisonReader, { strict: false }).differences()).toEqual([]);
      }),
      runs,
    );
  }, 600_000);

  test('and so they do where some amounts are in another currency', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (lived) => {
        await forgetWork(['booking_restatement', 'account_merge', 'expense_line', 'quota', 'target']);
        await live(lived, (one, scene) => perform(scene, one));
      }),
      { ...runs, numRuns: 1 },
    );
  }, 600_000);

  test('periods are answered from sums, and other days from the logs', async () => {
    await forgetWork(['booking_restatement', 'account_merge', 'expense_line', 'quota', 'target']);
    await passTo(api, '2026-12-29T12:00:00Z');
    const accounts = [await anAccount(api.database)];
    for (const pick of [1, 2])
      await perform({ ...set, accounts, today: date('2026-12-29') }, { does: 'open', pick, other: pick });
    while (await projector().step());
    await api.database.write(() =>
      api.database.run('UPDATE rollup_waterfall SET new_count = new_count + 10 WHERE new_count > 0'),
    );
    await passTo(api, '2027-02-11T12:00:00Z');
    const opened = async (query: string) => {
      const { lines } = await told.get<WaterfallWire>(`waterfall?closing=any&${query}`);
      return lines.find(({ bucket }) => bucket === 'new')?.count;
    };
    for (const period of ['2026-W53', '2026-12', '2026-P12', '2026-Q4', '2026', '2026-12-28..2027-01-03'])
      expect([period, await opened(`period=${period}`)]).toEqual([period, 12]);
    const team = `teamId=${set.floor.teamId}`;
    expect(await opened(`period=2026-W53&${team}`)).toBe(11);
    expect(await opened(`period=2026-W53&${team}&asOf=2027-01-03`)).toBe(11);
    expect(await opened(`period=2026-W53&${team}&asOf=2027-01-02`)).toBe(1);
    expect(await opened('period=2026-12-28..2027-01-02')).toBe(2);
    expect(await opened(`period=2026-W53&personId=${set.floor.amy}`)).toBe(1);
    expect(await opened('period=2027-W01')).toBe(0);
  });
});
