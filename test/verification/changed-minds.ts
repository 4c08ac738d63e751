import type { OpportunityWire } from '@tandem/contracts';
import { anAccount } from '../builders/an-account';
import { anOpportunity, moved, stageIds } from '../builders/an-opportunity';
import { rated } from '../builders/later-knowledge';
import type { RunningApi, SignedInClient } from '../support/start-api';

const hourMs = 3_600_000;
const usd = (amountMinor: string) => ({ amountMinor, currency: 'USD' });

interface Deed {
  readonly path: string;
  readonly body: object;
}

/** Where what was learned later changed what had been written down. */
export interface ChangedMinds {
  /** Given another date twice, and its latest move taken back. */
  readonly corrected: string;
  /** Won, partly refunded, reopened by mistake, and won again by taking the reopening back. */
  readonly refunded: string;
  /** Of a customer that turned out to be another, who turned out to be a third. */
  readonly merged: string;
}

/** Everything the product offers to somebody who has to correct something, each done once. */
export async function changeMinds(
  api: RunningApi,
  manager: SignedInClient,
  officer: SignedInClient,
): Promise<ChangedMinds> {
  const stages = await stageIds(manager);
  const read = async (id: string) => (await officer.get(`/opportunities/${id}`)).body as OpportunityWire;
  /** Each an hour after the one before. */
  const act = async (id: string, ...deeds: readonly Deed[]) => {
    for (const { path, body } of deeds) {
      api.clock.advance(hourMs);
      const { version } = await read(id);
      const answer = await officer.post(`/opportunities/${id}/${path}`, body, { version });
      if (answer.status >= 300) throw new Error(`${path} was refused: ${JSON.stringify(answer.body)}`);
    }
  };
  const note = 'it was told wrongly';
  const withdraw = (correctsSeq: number): Deed => ({
    path: 'corrections',
    body: { kind: 'withdraw', correctsSeq, note },
  });
  const redate = (correctsSeq: number, at: string): Deed => ({
    path: 'corrections',
    body: { kind: 'redate', correctsSeq, at, note },
  });
  const move = (stage: string, more: object = {}): Deed => ({
    path: 'moves',
    body: { toStageId: stages[stage], ...more },
  });

  const corrected = await anOpportunity(manager, { amount: usd('40000') });
  await act(
    corrected.id,
    redate(1, '2026-11-10T08:00:00.000Z'),
    move('define_needs', { at: '2026-11-12T08:00:00.000Z' }),
    move('propose'),
    redate(3, '2026-11-11T08:00:00.000Z'),
    redate(3, '2026-11-13T08:00:00.000Z'),
    withdraw(4),
  );
  const unwon = await anOpportunity(manager, { amount: usd('50000') });
  await act(unwon.id, move('implement'), withdraw(2));
  const refunded = await anOpportunity(manager, { amount: usd('60000') });
  await act(
    refunded.id,
    move('implement', { closeDate: '2026-11-16' }),
    { path: 'credits', body: { amount: usd('2000'), note: 'One was broken' } },
    { path: 'reopening', body: { toStageId: stages['negotiate'], note: 'By mistake' } },
    withdraw(3),
    { path: 'credits', body: { amount: usd('500'), note: 'And another' } },
  );
  await keepBooks(officer, { won: refunded.id, read });
  const merged = await mergeTwo(api, manager, officer);
  return { corrected: corrected.id, refunded: refunded.id, merged };
}

interface Books {
  readonly won: string;
  readonly read: (id: string) => Promise<OpportunityWire>;
}

async function keepBooks(officer: SignedInClient, { won, read }: Books): Promise<void> {
  const must = async (answer: Promise<{ readonly status: number; readonly body: unknown }>) => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`refused: ${JSON.stringify(body)}`);
  };
  await must(officer.post('/period-locks', { lockedBefore: '2026-11-15', note: 'The first half is told' }));
  await must(officer.post('/period-locks', { lockedBefore: '2026-11-01', note: 'One line was forgotten' }));
  await must(officer.post('/period-locks', { lockedBefore: '2026-11-10', note: 'Now it is told' }));
  const adjustment = { amount: usd('-700'), adjustsDate: '2026-11-05', note: 'The rebate of October' };
  await must(officer.post(`/opportunities/${won}/adjustments`, adjustment, { version: (await read(won)).version }));
  await must(rated(officer, 'EUR', '2026-01-01', '1.1111'));
  const span = { from: 'EUR', since: '2026-11-10', until: '2026-12-31', reason: 'The rate was mistyped' };
  await must(officer.post('/currency-restatements', span));
}

async function mergeTwo(api: RunningApi, manager: SignedInClient, officer: SignedInClient): Promise<string> {
  const [one, other, third] = [
    await anAccount(api.database),
    await anAccount(api.database),
    await anAccount(api.database),
  ];
  const opportunities = [];
  for (const accountId of [one, other])
    opportunities.push(await moved(manager, await anOpportunity(manager, { accountId, amount: usd('10') }), 'propose'));
  for (const [id, intoAccountId] of [
    [one, other],
    [other, third],
  ]) {
    const { version } = (await officer.get(`/accounts/${id}`)).body as { version: number };
    const merged = await officer.post(`/accounts/${id}/merge`, { intoAccountId, note: 'The same people' }, { version });
    if (merged.status >= 300) throw new Error(`not merged: ${JSON.stringify(merged.body)}`);
  }
  const [first] = opportunities;
  if (!first) throw new Error('nothing was merged');
  return first.id;
}
