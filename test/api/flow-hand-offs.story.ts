import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HandOffFiguresAnswerWire, HandOffFiguresWire, HandOffWire, OpportunityWire } from '@tandem/contracts';
import { anOffer, anOpportunity, moved } from '../builders/an-opportunity';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { passTo } from '../support/told-figures';
import { ToldMetrics, wholeOf } from '../support/told-metrics';

const monday = '2026-11-23..2026-11-23';

let api: RunningApi;
let told: ToldMetrics;
let marketer: SignedInClient;
let rep: SignedInClient;
let slow: SignedInClient;
const deals: Record<string, OpportunityWire> = {};
const offers: Record<string, HandOffWire> = {};

async function offered(name: string, to: SignedInClient = rep): Promise<void> {
  deals[name] = await anOpportunity(marketer, { stage: 'qualify', name });
  offers[name] = await anOffer(marketer, deals[name], to.person.teamId);
}
const answered = async (name: string, by: SignedInClient, how: 'acceptance' | 'rejection') => {
  const body = how === 'rejection' ? { reason: 'duplicate' } : {};
  const answer = await by.post(`/hand-offs/${offers[name]?.id}/${how}`, body, { version: 1 });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
};

beforeAll(async () => {
  // Friday, ten minutes before the offices close; an answer is due in four hours of nine to six.
  api = await startApi({ clock: new FixedClock('2026-11-20T17:50:00.000Z') });
  marketer = await api.as('marketer');
  rep = await api.as('rep');
  slow = await api.as('rep');
  told = new ToldMetrics(await api.as('viewer'));
  await offered('friday');
  await passTo(api, '2026-11-23T09:05:00Z');
  await answered('friday', rep, 'acceptance');
  await offered('turned down');
  await offered('too late', slow);
  await offered('ignored', slow);
  await offered('closed');
  await passTo(api, '2026-11-23T10:05:00Z');
  await answered('turned down', rep, 'rejection');
  const lost = await marketer.post(`/opportunities/${deals['closed']?.id}/loss`, { reason: 'timing' }, { version: 1 });
  if (lost.status !== 200) throw new Error(JSON.stringify(lost.body));
  await passTo(api, '2026-11-23T13:06:00Z');
  await answered('too late', slow, 'acceptance');
  await passTo(api, '2026-11-23T13:30:00Z');
  await offered('running');
});
afterAll(() => api.stop());

const figures = (query: string): Promise<HandOffFiguresWire> =>
  told.get<HandOffFiguresAnswerWire>(`hand-offs?${query}`).then(wholeOf);

describe('answering hand-offs', () => {
  test('complies by the receiver’s working clock: fifteen minutes over a weekend, and a rejection in time, are met', async () => {
    const { compliance, response } = await figures(`period=${monday}`);
    expect(compliance).toMatchObject({ met: 2, breached: 2, running: 1, outside: 1, rate: '0.5', unavailable: null });
    expect(compliance.interval).toEqual({ low: '0.150039', high: '0.849961' });
    // Answered after 15, 60 and 241 working minutes.
    expect(response).toEqual({ count: 3, median: 60, p75: 241, p90: 241 });
    const rows = await told.records(`hand-offs?period=${monday}`);
    expect(rows.map(({ name, of, minutes }) => `${name.en}: ${of} ${minutes}`).toSorted()).toEqual([
      'closed: outside null',
      'friday: met 15',
      'ignored: breached null',
      'running: running null',
      'too late: breached 241',
      'turned down: met 60',
    ]);
    expect(await told.ids(`hand-offs?period=${monday}&fate=running`)).toEqual([deals['running']?.id]);
  });

  test('is the receiver’s, cut by team and person', async () => {
    const answer = await told.get<HandOffFiguresAnswerWire>(`hand-offs?period=${monday}&by=team`);
    const of = (client: SignedInClient) =>
      answer.slices.find(({ places }) => places[0]?.id === client.person.teamId)?.figures.compliance;
    expect([of(rep), of(slow)]).toMatchObject([
      { met: 2, breached: 0, running: 1, outside: 1, rate: '1' },
      { met: 0, breached: 2, running: 0, outside: 0, rate: '0' },
    ]);
    const { compliance } = await figures(`period=${monday}&personId=${slow.person.id}`);
    expect(compliance).toMatchObject({ met: 0, breached: 1 });
    expect((await figures(`period=${monday}&teamId=${rep.person.teamId}`)).compliance.rate).toBe('1');
  });

  test('is what was known on a past day, and once breached stays breached', async () => {
    const friday = await figures(`period=${monday}&asOf=2026-11-20`);
    expect(friday.compliance).toMatchObject({ met: 0, running: 1, rate: null, unavailable: { code: 'nothing_due' } });
    expect(friday.response).toEqual({ count: 0, median: null, p75: null, p90: null });
    await passTo(api, '2026-11-24T09:00:00Z');
    await answered('ignored', slow, 'acceptance');
    // Nobody answered the last one by half past five; answering the ignored one a day late heals nothing.
    const tuesday = await figures(`period=${monday}`);
    expect(tuesday.compliance).toMatchObject({ met: 2, breached: 3, running: 0 });
    expect((await figures('period=2026-11-24..2026-11-24')).compliance).toMatchObject({
      met: 0,
      breached: 0,
      running: 0,
    });
  });

  test('giving back what was accepted in time does not undo the acceptance', async () => {
    const back = await rep.post(`/hand-offs/${offers['friday']?.id}/return`, { reason: 'not_ready' }, { version: 2 });
    expect([back.status, back.body.state]).toEqual([200, 'returned']);
    expect((await figures(`period=${monday}`)).compliance.met).toBe(2);
  });
});

describe('speed to lead', () => {
  test('runs from the creation to the first human touch, by day and by night', async () => {
    await passTo(api, '2026-11-25T09:00:00Z');
    const lead = await anOpportunity(marketer, { stage: 'reach', name: 'touched' });
    await anOpportunity(marketer, { stage: 'reach', name: 'waiting' });
    await passTo(api, '2026-11-25T09:40:00Z');
    await moved(marketer, lead, 'engage');
    const day = 'period=2026-11-25..2026-11-25';
    expect(await figures(day)).toMatchObject({
      speed: { count: 1, median: 40, p90: 40 },
      waiting: 1,
      untouched: 0,
      compliance: { rate: null },
    });
    const rows = await told.records(`hand-offs?${day}&clock=speed`);
    expect(rows.map(({ name, of, minutes }) => `${name.en}: ${of} ${minutes}`).toSorted()).toEqual([
      'touched: touched 40',
      'waiting: waiting null',
    ]);
    // Friday's lead was answered on Monday at 09:05, after 63 hours and a quarter.
    expect((await figures('period=2026-11-20..2026-11-20')).speed).toEqual({
      count: 1,
      median: 3_795,
      p75: 3_795,
      p90: 3_795,
    });
    const then = await figures('period=2026-11-20..2026-11-20&asOf=2026-11-21');
    expect([then.speed.count, then.waiting]).toEqual([0, 1]);
  });
});
