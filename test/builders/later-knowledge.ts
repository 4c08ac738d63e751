import type { AccountDetailWire, ExchangeRateWire, HistoryWire, OpportunityWire } from '@tandem/contracts';
import type { Answer, Client } from '../support/client';

const note = 'it was told wrongly';

/** Sends a change of an opportunity, made on the version it has now. */
export async function changed(client: Client, id: string, path: string, body: object): Promise<Answer> {
  const { version } = (await client.get(`/opportunities/${id}`)).body as OpportunityWire;
  return client.post(`/opportunities/${id}${path}`, body, { version });
}

/** Says of the latest row of a log that still stands that it never was true. */
export async function withdrawn(client: Client, id: string): Promise<Answer> {
  const { moves } = (await client.get(`/opportunities/${id}/history`)).body as HistoryWire;
  const standing = moves.filter((move) => move.correction === null && !move.withdrawn).map(({ seq }) => seq);
  return changed(client, id, '/corrections', { kind: 'withdraw', correctsSeq: Math.max(...standing), note });
}

/** Says of a row of a log that it was true at another time. */
export const redated = (client: Client, id: string, correctsSeq: number, at: string): Promise<Answer> =>
  changed(client, id, '/corrections', { kind: 'redate', correctsSeq, at, note });

/** A booking of today about a day in a locked period. */
export const adjusted = (client: Client, id: string, amountMinor: string, adjustsDate: string): Promise<Answer> =>
  changed(client, id, '/adjustments', { amount: { amountMinor, currency: 'USD' }, adjustsDate, note });

/** Everything before a day is closed. */
export const locked = (client: Client, lockedBefore: string): Promise<Answer> =>
  client.post('/period-locks', { lockedBefore, note });

/** The rate of a day, set on whatever the day had before. */
export async function rated(client: Client, from: string, day: string, rate: string): Promise<Answer> {
  const path = `/exchange-rates/${from}/${day}`;
  const { version } = (await client.get(path)).body as Partial<ExchangeRateWire>;
  return client.put(path, { rate }, typeof version === 'number' ? { version } : {});
}

/** Another rate for a day, and bookings from then on valued by it. */
export async function restated(client: Client, from: string, day: string, rate: string): Promise<Answer> {
  await rated(client, from, day, rate);
  return client.post('/currency-restatements', { from, since: day, until: '2030-01-01', reason: note });
}

/** Two accounts turn out to be one. */
export async function merged(client: Client, accountId: string, intoAccountId: string): Promise<Answer> {
  const { version } = (await client.get(`/accounts/${accountId}`)).body as AccountDetailWire;
  return client.post(`/accounts/${accountId}/merge`, { intoAccountId, note }, { version });
}
