import type { ImportRunWire } from '@tandem/contracts';
import { ImportRunner, ImportService } from '@tandem/exchange';
import { date, newId, type Id } from '@tandem/kernel';
import { HistoryLoader } from '@tandem/opportunities';
import type { RunningApi, SignedInClient } from '../support/start-api';
import { decimal } from './amounts';

/** What must be there afterwards: opportunities by name, and all lines that were booked. */
export interface Truth {
  readonly amounts: Map<string, bigint>;
  readonly booked: bigint[];
}

export interface World {
  readonly api: RunningApi;
  readonly officer: SignedInClient;
  readonly rep: SignedInClient & { readonly person: { readonly teamId: Id<'team'> | null } };
  readonly stages: Readonly<Record<string, string>>;
}

/** One a request, as a person types them; what is not won is booked nowhere. */
export async function byHand({ rep, stages }: World, currency: string, amounts: readonly bigint[]): Promise<Truth> {
  const truth: Truth = { amounts: new Map(), booked: [] };
  for (const [place, amount] of amounts.entries()) {
    const money = (minor: bigint) => ({ amountMinor: String(minor), currency });
    const name = `typed ${place}`;
    const opened = await rep.post('/opportunities', { name, stageId: stages['prospect'], amount: money(0n) });
    const edited = await rep.patch(`/opportunities/${opened.body.id}`, { amount: money(amount) }, { version: 1 });
    expect([edited.status, edited.body.amount]).toEqual([200, money(amount)]);
    truth.amounts.set(name, amount);
  }
  return truth;
}

/** A whole file: through the upload where it takes the currency, else through the service behind it and the command line. */
export async function byFile(world: World, currency: string, amounts: readonly bigint[]): Promise<Truth> {
  const report = await importFile(
    world,
    currency,
    amounts.map((amount, place) => [`row-${place}`, decimal(amount, currency)]),
  );
  expect(report.files.at(-1)).toMatchObject({ name: 'sales_pipeline.csv', created: amounts.length, refused: 0 });
  return { amounts: new Map(amounts.map((amount, place) => [`Thing · row-${place}`, amount])), booked: [...amounts] };
}

interface Report {
  readonly files: readonly {
    readonly name: string;
    readonly created: number;
    readonly unchanged: number;
    readonly refused: number;
  }[];
}

/** Rows of an identity and a decimal text, all won in 2026. */
export async function importFile(
  { api, officer }: World,
  currency: string,
  rows: readonly (readonly [id: string, value: string])[],
): Promise<Report> {
  const line = ([id, value]: readonly [string, string], place: number) =>
    `${id},Ann,Thing,,Won,2026-01-05,2026-02-${String(1 + (place % 28)).padStart(2, '0')},${value}`;
  const contents = new Map([
    ['accounts.csv', 'account,sector,employees,office_location,subsidiary_of\n'],
    ['products.csv', 'product,series,sales_price\nThing,Series,1\n'],
    ['sales_teams.csv', 'sales_agent,manager,regional_office\nAnn,Bea,Here\n'],
    [
      'sales_pipeline.csv',
      [
        'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
        ...rows.map(line),
        '',
      ].join('\n'),
    ],
  ]);
  const id = currency === 'USD' ? await upload(officer, contents) : await start(api, currency, contents);
  await api.app.get(ImportRunner).runWaiting();
  const { state, problem, report } = (await officer.get(`/imports/${id}`)).body as ImportRunWire;
  expect([state, problem]).toEqual(['done', null]);
  return report as Report;
}

async function upload(officer: SignedInClient, contents: ReadonlyMap<string, string>): Promise<string> {
  const form = new FormData();
  for (const [name, content] of contents) form.append('files', new Blob([content]), name);
  return (await officer.post('/imports/crm-sales', form)).body.id as string;
}

const start = (api: RunningApi, currency: string, contents: ReadonlyMap<string, string>): Promise<string> =>
  api.act(async () => {
    const imports = api.app.get(ImportService);
    const bytes = new Map([...contents].map(([name, content]) => [name, Buffer.from(content)]));
    return imports.start(await imports.check(bytes), { dryRun: false, replaceDemo: false, currency });
  });

/** Known histories in bulk: won for one amount, taken back, won for another; so half of the lines are below 0 or above. */
export async function byHistory(
  { api, rep, stages }: World,
  currency: string,
  amounts: readonly bigint[],
): Promise<Truth> {
  const truth: Truth = { amounts: new Map(), booked: [] };
  const loader = new HistoryLoader(api.database);
  const books = await loader.books('USD', 'UTC');
  const { id: ownerId, teamId } = rep.person;
  const known = amounts.slice(0, Math.floor(amounts.length / 2)).map((first, place) => {
    const second = amounts[amounts.length - 1 - place] ?? 0n;
    const name = `loaded ${place}`;
    truth.amounts.set(name, second);
    truth.booked.push(first, -first, second);
    const state = (day: string, stage: string, amountMinor: bigint) => ({
      stageId: stages[stage] as Id<'stage'>,
      outcome: stage === 'implement' ? ('won' as const) : ('open' as const),
      amountMinor,
      currency,
      closeDate: stage === 'implement' ? date(day) : null,
      ownerId,
      teamId: teamId as Id<'team'>,
      probability: null,
      at: new Date(`${day}T12:00:00Z`),
      recordedAt: new Date(`${day}T12:00:00Z`),
      precision: 'second' as const,
      origin: 'native' as const,
      actorId: null,
      reasonKey: null,
      note: null,
    });
    const states = [
      state('2026-03-02', 'implement', first),
      state('2026-03-03', 'propose', first),
      state('2026-03-04', 'implement', second),
    ];
    const empty = {
      accountId: null,
      contactId: null,
      productId: null,
      costMinor: null,
      sourceId: null,
      campaignId: null,
    };
    const plan = { marketingOwnerId: null, marketingTeamId: null, nextStep: null, nextStepDate: null, handOffs: [] };
    return { id: newId<'opportunity'>(), name, bookingType: 'new_business' as const, ...empty, ...plan, states };
  });
  for (let from = 0; from < known.length; from += 500)
    await api.act(() => api.database.write(() => loader.load(known.slice(from, from + 500), books)));
  return truth;
}
