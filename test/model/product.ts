import { bin } from '@tandem/database';
import { date } from '@tandem/kernel';
import { AgendaPlanner } from '@tandem/meetings';
import { HandOffsService } from '@tandem/opportunities';
import { aSeries } from '../builders/a-series';
import { aTeam } from '../builders/a-team';
import { stageIds } from '../builders/an-opportunity';
import type { Answer } from '../support/client';
import type { RunningApi, SignedInClient } from '../support/start-api';
import { roads, type Op, type Verdict, type Who } from './reference';

export const beginning = '2026-11-23T09:00:00.000Z';

/** The running product as the model speaks of it: people, stages by their keys, records by the names the model gives them. */
export interface Product {
  readonly api: RunningApi;
  readonly people: Readonly<Record<Who, SignedInClient>>;
  readonly salesTeamId: string;
  readonly stages: Readonly<Record<string, string>>;
}

/** What one run has made. */
export interface Made {
  readonly ids: Map<string, string>;
  readonly series: string;
}

export async function productOf(api: RunningApi): Promise<Product> {
  const [marketing, sales] = [
    await aTeam(api.database, { side: 'marketing' }),
    await aTeam(api.database, { side: 'sales' }),
  ];
  const people = {
    marketer: await api.as('marketer', { teamId: marketing }),
    rep: await api.as('rep', { teamId: sales }),
    officer: await api.as('revenue_officer'),
  };
  return { api, people, salesTeamId: sales, stages: await stageIds(people.officer) };
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
  const versioned = op.does === 'open' ? {} : { version: op.seen };
  const answer = await people[op.who].send(method, path, body, versioned);
  if (answer.status === 201) made.ids.set(op.does === 'open' ? op.deal : op.offer, answer.body.id as string);
  return verdictOf(product, answer);
}

function requestOf({ people, salesTeamId, stages }: Product, op: Op, { ids }: Made): [string, string, object] {
  const deal = `/opportunities/${ids.get(op.deal)}`;
  const offer = `/hand-offs/${ids.get(op.offer)}`;
  const toStageId = stages[op.to];
  const amount = op.amount === null ? {} : { amount: { amountMinor: String(op.amount), currency: 'USD' } };
  switch (op.does) {
    case 'open': {
      const owner = roads.marketing.includes(op.to) ? people.marketer : people.rep;
      const owned = op.who === 'officer' ? { ownerId: owner.person.id } : {};
      return ['POST', '/opportunities', { name: op.deal, stageId: toStageId, ...owned, ...amount }];
    }
    case 'edit':
      return ['PATCH', deal, op.amount === null ? { name: `${op.deal}, version ${op.seen + 1}` } : amount];
    case 'move':
      return ['POST', `${deal}/moves`, { toStageId, ...amount }];
    case 'lose':
      return ['POST', `${deal}/loss`, { reason: 'price' }];
    case 'cancel':
      return ['POST', `${deal}/cancellation`, { note: 'twice' }];
    case 'reopen':
      return ['POST', `${deal}/reopening`, { toStageId, note: 'once more' }];
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

function verdictOf({ stages }: Product, { status, body }: Answer): Verdict {
  const stageOf = (id: string) => Object.keys(stages).find((key) => stages[key] === id);
  if (status === 200 || status === 201) {
    const state = 'stageId' in body ? `${stageOf(body.stageId)} ${body.outcome}` : (body.state as string);
    return { says: 'done', version: body.version, state };
  }
  if (status === 412) {
    return { says: 'stale', version: body.current.version, state: body.current.outcome ?? body.current.state };
  }
  if (status === 404) return { says: 'missing' };
  if (status === 400 || status === 403 || status === 409) return { says: 'refused' };
  throw new Error(`an answer nobody expects: ${status} ${JSON.stringify(body)}`);
}

/** Meetings of a run that is over ask for no more agendas. */
export const endRun = ({ api }: Product, { series }: Made) =>
  api.database.write(() => api.database.run('UPDATE meeting_series SET active = FALSE WHERE series_key = ?', [series]));

export const idsOf = ({ ids }: Made, names: Iterable<string>) => [...names].map((name) => bin(ids.get(name) ?? ''));
