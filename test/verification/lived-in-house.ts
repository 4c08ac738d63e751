import { readFileSync } from 'node:fs';
import type { HandOffWire, OpportunityWire } from '@tandem/contracts';
import { ImportRunner } from '@tandem/exchange';
import { date } from '@tandem/kernel';
import { Projector } from '@tandem/metrics';
import { PeopleService } from '@tandem/people';
import { SpendService } from '@tandem/spend';
import { WebhookSender } from '@tandem/webhooks';
import { aList, aListMapping } from '../builders/a-list';
import { aPerson } from '../builders/a-person';
import { aSeries } from '../builders/a-series';
import { aSource } from '../builders/a-source';
import { aTouch } from '../builders/a-touch';
import { anExchangeRate } from '../builders/an-exchange-rate';
import { anOffer, anOpportunity, moved, stageIds } from '../builders/an-opportunity';
import { FixedClock } from '../support/fixed-clock';
import { changeMinds, type ChangedMinds } from './changed-minds';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { noRedis, startWorker, type TestWorker } from '../support/start-worker';
import { startWebhookSink } from '../support/webhook-sink';

/** A small organisation in which everything has happened once, through the product alone. */
export interface LivedInHouse {
  readonly api: RunningApi;
  readonly worker: TestWorker;
  readonly manager: SignedInClient;
  readonly ids: {
    readonly open: string;
    readonly won: string;
    readonly foreign: string;
    readonly reopened: string;
    readonly lost: string;
    readonly edited: string;
    readonly accepted: string;
    /** Brought by an import that was taken back. */
    readonly unmade: string;
  } & ChangedMinds;
  stop(): Promise<void>;
}

const exportFiles = ['accounts.csv', 'products.csv', 'sales_teams.csv', 'sales_pipeline.csv'];
const inTheHouse = { WEBHOOK_ALLOW_PRIVATE: 'true' };
const usd = (amountMinor: string) => ({ amountMinor, currency: 'USD' });

export async function aLivedInHouse(): Promise<LivedInHouse> {
  const api = await startApi({ clock: new FixedClock('2026-11-02T00:00:00.000Z'), environment: inTheHouse });
  const worker = await startWorker(api.clock, { ...noRedis, ...inTheHouse });
  const sink = await startWebhookSink();
  // Something to forecast while weeks pass.
  await anOpportunity(await api.as('manager'), { amount: usd('250000'), closeDate: '2026-12-18' });
  await meetForThreeWeeks(api, worker);
  await anExchangeRate(api.database, { from: 'EUR', to: 'USD', date: '2026-01-01', rate: '1.0825' });
  const manager = await api.as('manager');
  const marketer = await api.as('marketer');
  // What is taken in is as old as it is: later its days are locked.
  const admin = await api.as('administrator');
  await takeIn(api, admin);
  const unmade = await takeInAndBack(api, admin);
  must(await admin.post('/webhook-endpoints', { url: `${sink.url}/hook`, events: ['*'] }));
  await worker.run('relay-outbox');
  const officer = await api.as('revenue_officer');
  const worked = await workForADay(manager, marketer);
  const ids = { ...worked, unmade, ...(await changeMinds(api, manager, officer)) };
  // Long enough after the locks that clocks which differ by a minute excuse nothing.
  api.clock.advance(3_600_000);
  await spend(api);
  await meetBuyers(api, manager, worked.open);
  await shareOut(officer);
  await worker.run('snapshot-forecasts');
  await worker.catchUp();
  await worker.app.get(WebhookSender, { strict: false }).quiet();
  while (await api.app.get(Projector, { strict: false }).step());
  // One thing more that waits to be handed on, and to be folded.
  await anOpportunity(manager, { amount: usd('100') });
  const stop = async () => {
    await worker.stop();
    await sink.stop();
    await api.stop();
  };
  return { api, worker, manager, ids, stop };
}

async function meetForThreeWeeks(api: RunningApi, worker: TestWorker): Promise<void> {
  const people = api.app.get(PeopleService, { strict: false });
  const chair = await aPerson(people, { role: 'revenue_officer' });
  const member = await aPerson(people, { role: 'liaison', locale: 'zh-TW' });
  await aSeries(api, { chair, members: [member] }, { key: 'weekly' });
  await aSeries(api, { chair, members: [] }, { key: 'fortnightly', everyWeeks: 2, weekday: 3 });
  for (const monday of ['2026-11-08', '2026-11-15', '2026-11-22', '2026-11-23']) {
    api.clock.set(`${monday}T10:00:00Z`);
    await worker.catchUp();
    await worker.run('beat-heart');
  }
}

async function workForADay(
  manager: SignedInClient,
  marketer: SignedInClient,
): Promise<Omit<LivedInHouse['ids'], 'unmade' | keyof ChangedMinds>> {
  const open = await moved(manager, await anOpportunity(manager, { amount: usd('500000') }), 'propose');
  await changed(manager, open, { closeDate: '2026-12-24' });
  const priced = await changed(manager, await anOpportunity(manager, { amount: usd('1200000') }), {
    cost: usd('700000'),
  });
  const won = await moved(manager, priced, 'define_needs');
  await moved(manager, won, 'implement');
  const foreign = await anOpportunity(manager, { amount: { amountMinor: '1234567', currency: 'EUR' } });
  const costly = await changed(manager, foreign, { cost: { amountMinor: '765432', currency: 'EUR' } });
  await moved(manager, costly, 'implement');
  const reopened = await moved(manager, await anOpportunity(manager, { amount: usd('70000') }), 'implement');
  const toStageId = (await stageIds(manager))['negotiate'];
  await done(manager, reopened, 'reopening', { toStageId, note: 'They changed their mind' });
  const lost = await anOpportunity(manager, { amount: usd('90000') });
  await done(manager, lost, 'loss', { reason: 'price' });
  await done(manager, await anOpportunity(manager), 'cancellation', { note: 'Twice the same' });
  const named = await changed(manager, await anOpportunity(manager, { amount: usd('300') }), { name: 'Another name' });
  const edited = await moved(manager, named, 'define_needs');
  await changed(manager, edited, { nextStep: 'Call them' });
  const accepted = await handOver(manager, marketer);
  return {
    open: open.id,
    won: won.id,
    foreign: foreign.id,
    reopened: reopened.id,
    lost: lost.id,
    edited: edited.id,
    accepted,
  };
}

/** One that sales takes, one that it turns down, and one that waits for an answer. */
async function handOver(manager: SignedInClient, marketer: SignedInClient): Promise<string> {
  const offered = async () =>
    anOffer(marketer, await anOpportunity(marketer, { stage: 'qualify' }), manager.person.teamId);
  const answer = ({ id, version }: HandOffWire, deed: string, body: object) =>
    manager.post(`/hand-offs/${id}/${deed}`, body, { version });
  const first = await offered();
  must(await answer(first, 'acceptance', {}));
  must(await answer(await offered(), 'rejection', { reason: 'not_ready' }));
  await offered();
  return first.opportunityId;
}

async function spend(api: RunningApi): Promise<void> {
  const service = api.app.get(SpendService, { strict: false });
  const amount = { amountMinor: 98_765n, currency: 'EUR' };
  await api.act(() => service.record({ date: date('2026-11-20'), side: 'marketing', category: 'programmes', amount }));
}

/** A buyer who came to a fair, and did not answer the telephone. */
async function meetBuyers(api: RunningApi, manager: SignedInClient, opportunityId: string): Promise<void> {
  await aTouch(manager, { opportunityId, sourceId: await aSource(api.database), at: '2026-11-20T08:30:00.125Z' });
  const { version } = must(await manager.get(`/opportunities/${opportunityId}`)).body;
  must(await manager.post(`/opportunities/${opportunityId}/calls`, { outcome: 'no_answer' }, { version }));
}

/** A quota that is set, and thought over, and what the win rate means. */
async function shareOut(officer: SignedInClient): Promise<void> {
  const choice = { purpose: 'headline_win_rate', definition: 'narrow', reason: '業務只看得到交接之後的商機' };
  must(await officer.post('/metrics/choices', choice));
  for (const amountMinor of ['900000', '800000'])
    must(
      await officer.post('/quotas', { periodKey: '2026-Q4', personId: officer.person.id, amount: usd(amountMinor) }),
    );
}

async function takeIn(api: RunningApi, admin: SignedInClient): Promise<void> {
  const form = new FormData();
  for (const name of exportFiles) {
    const content = readFileSync(new URL(`../fixtures/crm-sales/${name}`, import.meta.url));
    form.append('files', new Blob([content]), name);
  }
  must(await admin.post('/imports/crm-sales', form));
  await api.act(() => api.app.get(ImportRunner, { strict: false }).runWaiting());
}

/** A list that was the wrong one: taken in, and back again. One of those it brought. */
async function takeInAndBack(api: RunningApi, admin: SignedInClient): Promise<string> {
  const run = () => api.act(() => api.app.get(ImportRunner, { strict: false }).runWaiting());
  const { body } = must(await admin.post('/imports/opportunity-lists', aList({ mapping: aListMapping })));
  await run();
  must(await admin.post(`/imports/${body.id}/undo`, {}));
  await run();
  const gone = must(await admin.get('/opportunities?outcome=cancelled')).body.items as { id: string; name: string }[];
  const one = gone.find(({ name }) => name === 'Orchard refit');
  if (!one) throw new Error('nothing was taken back');
  return one.id;
}

async function changed(
  client: SignedInClient,
  { id, version }: OpportunityWire,
  edit: object,
): Promise<OpportunityWire> {
  return must(await client.patch(`/opportunities/${id}`, edit, { version })).body as OpportunityWire;
}

async function done(
  client: SignedInClient,
  { id, version }: OpportunityWire,
  deed: string,
  body: object,
): Promise<void> {
  must(await client.post(`/opportunities/${id}/${deed}`, body, { version }));
}

function must<Answer extends { readonly status: number; readonly body: unknown }>(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`refused: ${JSON.stringify(answer.body)}`);
  return answer;
}
