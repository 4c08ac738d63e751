import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { HandOffWire, OpportunityWire, PersonAccountWire } from '@tandem/contracts';
import { bin } from '@tandem/database';
import { isoWeekOf, localDate, newId, type Id, type Role } from '@tandem/kernel';
import { AgendaPlanner } from '@tandem/meetings';
import { PeopleService } from '@tandem/people';
import { aHistory, aWonDeal } from '../builders/a-history';
import { aPerson, type BuiltPerson } from '../builders/a-person';
import { aSeries } from '../builders/a-series';
import { aSource } from '../builders/a-source';
import { anOffice, aTeam } from '../builders/a-team';
import { anAccount } from '../builders/an-account';
import { anExchangeRate } from '../builders/an-exchange-rate';
import { anOfferedProduct } from '../builders/an-offered-product';
import { anOffer, anOpportunity, moved } from '../builders/an-opportunity';
import type { Answer } from '../support/client';
import type { RunningApi, SignedInClient } from '../support/start-api';

export const roles = [
  'rep',
  'manager',
  'marketer',
  'liaison',
  'revenue_officer',
  'administrator',
  'viewer',
] as const satisfies readonly Role[];

/** A small company with something of everything, seen by one person of each role; a second sales team keeps its own. */
export interface Company {
  readonly people: Readonly<Record<Role, SignedInClient>>;
  readonly stranger: SignedInClient;
  /** Somebody who never signs in, and so may lose role and account at any time. */
  readonly spare: BuiltPerson;
  /** A record of each kind that belongs to the people above, and one that belongs to the other team only. */
  readonly own: Readonly<Record<string, string>>;
  readonly foreign: Readonly<Record<string, string>>;
}

export async function aCompany(api: RunningApi): Promise<Company> {
  const { database } = api;
  const officeId = await anOffice(database, 'Taipei');
  const [north, south] = [await aTeam(database, { name: 'North', officeId }), await aTeam(database, { name: 'South' })];
  const [brand, events] = [
    await aTeam(database, { name: 'Brand', side: 'marketing' }),
    await aTeam(database, { name: 'Events', side: 'marketing' }),
  ];
  const signedIn = await Promise.all(
    roles.map(
      async (role) =>
        [
          role,
          await api.as(role, { teamId: { rep: north, manager: north, marketer: brand }[role as string] ?? null }),
        ] as const,
    ),
  );
  const people = Object.fromEntries(signedIn) as Record<Role, SignedInClient>;
  const stranger = await api.as('rep', { teamId: south });
  const outsider = await api.as('marketer', { teamId: events });
  await theMarket(api);
  await thePast(api, { ownerId: people.rep.person.id, teamId: north });
  await thePast(api, { ownerId: stranger.person.id, teamId: south });
  const opportunity = await anOpportunity(people.rep, { stage: 'propose' });
  for (const stage of ['prospect', 'define_needs', 'negotiate']) await anOpportunity(people.rep, { stage });
  const handOff = await anOffer(people.marketer, await anOpportunity(people.marketer, { stage: 'qualify' }), north);
  const elsewhere = await anOffer(outsider, await anOpportunity(outsider, { stage: 'qualify' }), south);
  const meeting = await theMeeting(api, people);
  const accounts = await people.rep.get('/accounts');
  const { products } = (await people.rep.get('/references')).body;
  const hook = await people.administrator.post('/webhook-endpoints', aHook);
  const view = await people.rep.post('/saved-views', aView);
  return {
    people,
    stranger,
    spare: await aPerson(api.app.get(PeopleService), { role: 'viewer' }),
    own: {
      account: accounts.body.items[0].id,
      product: products[0].id,
      'webhook-endpoint': hook.body.id,
      'saved-view': view.body.id,
      opportunity: opportunity.id,
      'hand-off': handOff.id,
      ...meeting,
      import: await theImport(people.administrator),
    },
    foreign: { opportunity: (await anOpportunity(stranger, { name: 'Secret of South' })).id, 'hand-off': elsewhere.id },
  };
}

/** What an answer told of a record, and the commands that it is in the right state for. */
export interface FreshRecord {
  readonly path: string;
  readonly answer: unknown;
  readonly goodFor: readonly string[];
}

/**
 * Records in every state that a command asks for: without new ones a long run would soon meet nothing but closed ones. What the
 * run itself has made impossible, such as by locking the period, is left out.
 */
export async function freshRecords({ people, spare }: Company): Promise<FreshRecord[]> {
  const { rep, marketer, administrator } = people;
  const amount = { amountMinor: '12000', currency: 'USD' };
  const ours = (stage: string) => () => anOpportunity(rep, { stage, amount });
  const theirs = () => anOpportunity(marketer, { stage: 'qualify' });
  const offered = async () => anOffer(marketer, await theirs(), rep.person.teamId);
  const steps: readonly (readonly [path: string, make: () => Promise<unknown>, ...goodFor: string[]])[] = [
    ['/opportunities', ours('prospect'), 'moves', 'corrections'],
    ['/opportunities', ours('propose'), 'loss'],
    ['/opportunities', ours('negotiate'), 'cancellation', 'moves'],
    ['/opportunities', theirs, 'hand-offs'],
    ['/opportunities', theirs, 'hand-offs', 'moves'],
    [
      '/opportunities',
      async () => moved(rep, await ours('prospect')(), 'implement', { amount }),
      'credits',
      'reopening',
    ],
    [
      '/opportunities',
      async () => moved(rep, await ours('propose')(), 'implement', { amount }),
      'adjustments',
      'corrections',
    ],
    ['/opportunities', async () => lost(rep, await ours('propose')()), 'reopening', 'corrections'],
    ['/hand-offs', offered, 'acceptance'],
    ['/hand-offs', offered, 'rejection'],
    ['/hand-offs', async () => accepted(rep, await offered()), 'return'],
    ['/webhook-endpoints', async () => done(await administrator.post('/webhook-endpoints', aHook)), 'deliveries'],
  ];
  const fresh = [];
  for (const [path, make, ...goodFor] of steps) {
    const answer = await make().catch(() => null);
    if (answer !== null) fresh.push({ path, answer, goodFor: goodFor.map((word) => `${path}/{id}/${word}`) });
  }
  return [...fresh, await theSpare(administrator, spare)];
}

/** In the version that changes have meanwhile brought it to. */
async function theSpare(administrator: SignedInClient, { id }: BuiltPerson): Promise<FreshRecord> {
  const { status, body } = await administrator.get('/people/accounts');
  const accounts: readonly PersonAccountWire[] = status === 200 ? body.items : [];
  const account = accounts.find((person) => person.id === id);
  return { path: '/people', answer: account ?? { id }, goodFor: ['/people/{id}', '/people/{id}/invitations'] };
}

const aView = { page: 'opportunities', name: 'Open', sharedWith: 'team', filter: { outcome: 'open' } };

const aHook = { url: 'https://hooks.example.test/tandem', description: 'Books', events: ['*'] };

const lost = async (rep: SignedInClient, { id, version }: OpportunityWire): Promise<unknown> =>
  done(await rep.post(`/opportunities/${id}/loss`, { reason: 'price' }, { version }));

const accepted = async (rep: SignedInClient, { id, version }: HandOffWire): Promise<unknown> =>
  done(await rep.post(`/hand-offs/${id}/acceptance`, {}, { version }));

const done = ({ status, body }: Answer<unknown>): unknown => (status < 300 ? body : null);

async function theMarket({ database, clock }: RunningApi): Promise<void> {
  for (const name of ['Acme', '安可股份有限公司', '100 %_\\ Ltd.', 'Zed'])
    await anAccount(database, { name, nameZh: name === 'Acme' ? '頂點' : null });
  for (const listPriceMinor of [null, 10_000n, 1n]) await anOfferedProduct(database, { listPriceMinor });
  const day = clock.now().toISOString().slice(0, 4);
  for (const [currency, rate] of [
    ['TWD', '0.031'],
    ['EUR', '1.1'],
    ['KWD', '3.25'],
  ] as const)
    await anExchangeRate(database, { from: currency, to: 'USD', date: `${Number(day) - 1}-01-01`, rate });
  for (const name of ['Fair', 'Web']) {
    const sourceId = await aSource(database, name);
    await database.write(() =>
      database.run('INSERT INTO campaign (id, source_id, name, starts_on) VALUES (?, ?, ?, ?)', [
        bin(newId()),
        bin(sourceId),
        `${name} campaign`,
        `${day}-01-01`,
      ]),
    );
  }
}

async function thePast(api: RunningApi, whose: { ownerId: Id<'person'>; teamId: Id<'team'> }): Promise<void> {
  const now = api.clock.now().getTime();
  const ago = (days: number) => new Date(now - days * 86_400_000).toISOString();
  for (const days of [400, 100, 20, 5]) await aWonDeal(api, ago(days).slice(0, 10), whose);
  await aHistory(api, {
    ...whose,
    steps: [
      { at: ago(60), stage: 'prospect' },
      { at: ago(30), stage: 'negotiate' },
      { at: ago(10), outcome: 'lost' },
    ],
  });
}

async function theMeeting(api: RunningApi, people: Record<Role, SignedInClient>): Promise<Record<string, string>> {
  const { manager, marketer, rep, revenue_officer: officer } = people;
  const today = localDate(api.clock.now(), 'UTC');
  const { key } = await aSeries(api, { chair: manager.person, members: [marketer.person, rep.person] });
  const agenda = await api.act(() => api.app.get(AgendaPlanner, { strict: false }).composeFor(key, isoWeekOf(today)));
  const item = await manager.post(`/agendas/${agenda}/items`, { title: 'Fair in May' });
  const action = await manager.post(`/agendas/${agenda}/actions`, {
    title: 'Call Acme',
    ownerId: rep.person.id,
    dueDate: today,
  });
  const year = today.slice(0, 4);
  const target = await officer.put(`/targets/net_revenue/${year}-Q4`, {
    value: { unit: 'money', money: { amountMinor: '500000', currency: 'USD' } },
  });
  await officer.post('/quotas', {
    periodKey: `${year}-Q4`,
    teamId: rep.person.teamId,
    amount: { amountMinor: '200000', currency: 'USD' },
  });
  const deliveries = await officer.get('/deliveries');
  return {
    agenda,
    'agenda-item': item.body.id,
    action: action.body.id,
    target: target.body.id,
    delivery: deliveries.body.items[0]?.id,
  };
}

async function theImport(administrator: SignedInClient): Promise<string> {
  const form = new FormData();
  form.append('dryRun', 'true');
  for (const name of ['accounts', 'products', 'sales_teams', 'sales_pipeline'])
    form.append(
      'files',
      new Blob([readFileSync(new URL(`../fixtures/crm-sales/${name}.csv`, import.meta.url))]),
      `${name}.csv`,
    );
  return (await administrator.post('/imports/crm-sales', form)).body.id as string;
}

/** A session that nobody signed in for: hashing a password for each one that is ended would take most of the run. */
export async function aSession({ database, clock }: RunningApi, personId: Id<'person'>): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = clock.now();
  await database.write(() =>
    database.run(
      'INSERT INTO session (token_hash, person_id, created_at, last_seen_at, expires_at) VALUES (?, ?, ?, ?, ?)',
      [createHash('sha256').update(token).digest(), bin(personId), now, now, new Date(now.getTime() + 7 * 86_400_000)],
    ),
  );
  return `tandem=${token}`;
}
