import { bin } from '@tandem/database';
import { date, type Id } from '@tandem/kernel';
import { AgendaPlanner } from '@tandem/meetings';
import { HandOffsService } from '@tandem/opportunities';
import { anAccount } from '../builders/an-account';
import { aSeries } from '../builders/a-series';
import { aTeam } from '../builders/a-team';
import { stageIds } from '../builders/an-opportunity';
import type { Answer } from '../support/client';
import type { RunningApi, SignedInClient } from '../support/start-api';
import { newModel, roads, type Op, type Verdict, type Who } from './reference-words';

export const beginning = Date.parse('2026-11-23T09:00:00.000Z');

/** The running product as the model speaks of it: people, stages by their keys, records by the names the model gives them. */
export interface Product {
  readonly api: RunningApi;
  readonly people: Readonly<Record<Who, SignedInClient>>;
  readonly salesTeamId: string;
  readonly stages: Readonly<Record<string, string>>;
}

/** What one run has made, and the currency and meeting it has for itself. */
export interface Made {
  readonly ids: Map<string, string>;
  readonly series: string;
  readonly currency: string;
}

export async function productOf(api: RunningApi): Promise<Product> {
  const marketing = await aTeam(api.database, { side: 'marketing' });
  const sales = await aTeam(api.database, { side: 'sales' });
  const people = {
    marketer: await api.as('marketer', { teamId: marketing }),
    rep: await api.as('rep', { teamId: sales }),
    officer: await api.as('revenue_officer'),
  };
  return { api, people, salesTeamId: sales, stages: await stageIds(people.officer) };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** First letters of no currency that has other than two digits after the point. */
const firstLetters = 'AEFHMNQSWYZ';
let runs = 0;

/** A world of its own for one run: its customers, its currency, open books, the clock at the beginning. */
export async function newWorld(product: Product): Promise<Made> {
  const place = ++runs % (firstLetters.length * 26 * 26);
  const currency = [
    firstLetters[Math.floor(place / 676)],
    letters[Math.floor(place / 26) % 26],
    letters[place % 26],
  ].join('');
  await setClock(product, beginning);
  // Refused when they are as open already.
  await product.people.officer.post('/period-locks', { lockedBefore: newModel(0).lockedBefore, note: 'open' });
  const ids = new Map<string, string>();
  for (const name of ['one', 'other', 'third'])
    ids.set(name, await anAccount(product.api.database, { name: `${name} ${runs}` }));
  return { ids, series: `model-${runs}`, currency };
}

/** Time passes for the product; whoever is signed in stays so, because sessions are not the matter here. */
export async function setClock({ api }: Product, moment: number): Promise<void> {
  api.clock.set(new Date(moment).toISOString());
  const until = new Date(moment + 86_400_000);
  await api.database.write(() =>
    api.database.run('UPDATE session SET last_seen_at = ?, expires_at = ?', [new Date(moment), until]),
  );
}

/** Does it through HTTP, or lets the worker's own services do it, and reads the answer in the words of the model. */
export async function perform(product: Product, op: Op, made: Made): Promise<Verdict> {
  const { api, people } = product;
  if (op.does === 'expire') {
    await api.act(() => api.app.get(HandOffsService, { strict: false }).expireDue(api.clock.now()));
    return { says: 'quiet' };
  }
  if (op.does === 'plan') {
    const wishes = { key: made.series, firstDate: date('2026-11-23') };
    await aSeries(api, { chair: people.officer.person }, wishes);
    await api.act(() => api.app.get(AgendaPlanner, { strict: false }).planDue());
    return { says: 'quiet' };
  }
  const [method, path, body] = requestOf(product, op, made);
  const version = await versionSeen(product, op, path);
  const answer = await people[op.who].send(method, path, body, version === null ? {} : { version });
  if (answer.status === 201 && op.does !== 'lock')
    made.ids.set(op.does === 'open' ? op.deal : op.offer, answer.body.id as string);
  return verdictOf(product, answer, made);
}

/** The model follows what a rate is, not how often it was set: whoever sets one has just looked at it. */
async function versionSeen({ people }: Product, op: Op, path: string): Promise<number | null> {
  if (op.does === 'rate') return ((await people.officer.get(path)).body.version as number | null | undefined) ?? null;
  return ['open', 'lock', 'restate'].includes(op.does) ? null : op.seen;
}

function requestOf(product: Product, op: Op, { ids, currency }: Made): [string, string, object] {
  const { people, salesTeamId, stages } = product;
  const deal = `/opportunities/${ids.get(op.deal)}`;
  const offer = `/hand-offs/${ids.get(op.offer)}`;
  const toStageId = stages[op.to];
  const inCoin = (minor: bigint) => ({ amountMinor: String(minor), currency: op.coin === 'home' ? 'USD' : currency });
  const money = (amount: bigint) => ({ amount: inCoin(amount) });
  const amount = op.amount === null ? {} : money(op.amount);
  const at = op.at === null ? {} : { at: new Date(op.at).toISOString() };
  const account = op.account === null ? {} : { accountId: ids.get(op.account) };
  const note = 'because';
  switch (op.does) {
    case 'open': {
      const owner = roads.marketing.some((stage) => stage === op.to) ? people.marketer : people.rep;
      const owned = op.who === 'officer' ? { ownerId: owner.person.id } : {};
      return ['POST', '/opportunities', { name: op.deal, stageId: toStageId, ...owned, ...amount, ...account }];
    }
    case 'edit': {
      const emptied = Object.fromEntries(op.empties.map((field) => [field, null]));
      const price = { ...amount, ...(op.cost === null ? {} : { cost: inCoin(op.cost) }), ...emptied };
      const named = Object.keys(price).length === 0 ? { name: `${op.deal}, version ${op.seen + 1}` } : {};
      return ['PATCH', deal, { ...named, ...price, ...at }];
    }
    case 'assign':
      return ['PATCH', deal, account];
    case 'move':
      return ['POST', `${deal}/moves`, { toStageId, ...amount, ...at }];
    case 'lose':
      return ['POST', `${deal}/loss`, { reason: 'price', ...at }];
    case 'cancel':
      return ['POST', `${deal}/cancellation`, { note, ...at }];
    case 'reopen':
      return ['POST', `${deal}/reopening`, { toStageId, note, ...at }];
    case 'redate':
      return ['POST', `${deal}/corrections`, { kind: 'redate', correctsSeq: op.row, note, ...at }];
    case 'withdraw':
      return ['POST', `${deal}/corrections`, { kind: 'withdraw', correctsSeq: op.row, note }];
    case 'credit':
      return ['POST', `${deal}/credits`, { ...money(op.amount ?? 0n), note }];
    case 'adjust':
      return ['POST', `${deal}/adjustments`, { ...money(op.amount ?? 0n), adjustsDate: op.day, note }];
    case 'lock':
      return ['POST', '/period-locks', { lockedBefore: op.day, note }];
    case 'rate':
      return ['PUT', `/exchange-rates/${currency}/${op.day}`, { rate: op.rate }];
    case 'restate':
      return [
        'POST',
        '/currency-restatements',
        { from: currency, since: '2000-01-01', until: '2030-01-01', reason: note },
      ];
    case 'merge':
      return ['POST', `/accounts/${ids.get(op.account ?? '')}/merge`, { intoAccountId: ids.get(op.to), note }];
    case 'offer':
      return ['POST', `${deal}/hand-offs`, { toTeamId: salesTeamId }];
    case 'accept':
      return ['POST', `${offer}/acceptance`, op.who === 'officer' ? { ownerId: people.rep.person.id } : {}];
    case 'reject':
      return ['POST', `${offer}/rejection`, { reason: 'not_ready' }];
    default:
      return ['POST', `${offer}/return`, { reason: 'not_ready' }];
  }
}

function verdictOf(product: Product, { status, body }: Answer, made: Made): Verdict {
  if (status === 200 || status === 201)
    return { says: 'done', version: 'rateDate' in body ? 0 : (body.version ?? 0), state: stateOf(product, body, made) };
  if (status === 412) {
    const { version, outcome, state } = body.current;
    return { says: 'stale', version, state: outcome ?? state ?? 'account' };
  }
  if (status === 404) return { says: 'missing' };
  if (status === 400 || status === 403 || status === 409) return { says: 'refused' };
  throw new Error(`an answer nobody expects: ${status} ${JSON.stringify(body)}`);
}

function stateOf({ stages }: Product, body: Answer['body'], { ids }: Made): string {
  const nameOf = (id: string, names: Iterable<readonly [string, string]>) =>
    [...names].find(([, known]) => known === id)?.[0];
  if ('stageId' in body) return `${nameOf(body.stageId, Object.entries(stages))} ${body.outcome}`;
  if ('mergedInto' in body) return `merged into ${nameOf(body.mergedInto?.id, ids)}`;
  if ('restated' in body) return `${body.restated} restated, ${body.skippedLocked} locked, ${body.withoutRate} without`;
  return body.state ?? body.lockedBefore ?? body.rate;
}

/** Meetings of a run that is over ask for no more agendas. */
export const endRun = ({ api }: Product, { series }: Made) =>
  api.database.write(() => api.database.run('UPDATE meeting_series SET active = FALSE WHERE series_key = ?', [series]));

export const idsOf = ({ ids }: Made) => [...ids.values()].map((id) => bin(id as Id));
