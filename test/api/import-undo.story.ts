import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Card, HistoryWire, ImportRunWire, ImportUndoPlan, OpportunityWire } from '@tandem/contracts';
import { ImportRunner } from '@tandem/exchange';
import { Projector } from '@tandem/metrics';
import { Verifier } from '@tandem/verification';
import { aList, aListMapping, listRows } from '../builders/a-list';
import { aSalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { aTouch } from '../builders/a-touch';
import { anOpportunity, moved } from '../builders/an-opportunity';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { passTo, ToldFigures } from '../support/told-figures';

describe('taking an import back', () => {
  let api: RunningApi;
  let officer: SignedInClient;
  let figures: ToldFigures;
  beforeAll(async () => {
    api = await startApi({ clock: new FixedClock('2022-07-01T09:00:00.000Z') });
    officer = await api.as('revenue_officer');
    figures = new ToldFigures(officer);
    // Something that was here before, and has nothing to do with it.
    const { amy } = await aSalesFloor(api);
    await anOpportunity(officer, { name: 'Ours', ownerId: amy });
    await folded();
  });
  afterAll(() => api.stop());

  const work = async () => {
    while (await api.app.get(ImportRunner).runWaiting());
  };
  const run = async (id: string) => (await officer.get(`/imports/${id}`)).body as ImportRunWire;
  const plan = async (id: string) => (await officer.get(`/imports/${id}/undo`)).body as ImportUndoPlan;
  async function imported(content = listRows.join('\n')): Promise<ImportRunWire> {
    const { body } = await officer.post('/imports/opportunity-lists', aList({ mapping: aListMapping, content }));
    await work();
    return run(body.id);
  }
  async function undone(id: string): Promise<ImportRunWire> {
    expect((await officer.post(`/imports/${id}/undo`, {})).status).toBe(202);
    await work();
    return run(id);
  }
  const cards = async (more = '') => (await officer.get(`/opportunities?limit=200${more}`)).body.items as Card[];
  const named = async (name: string) => {
    const found = (await cards()).find((card) => card.name === name && card.outcome !== 'cancelled');
    if (!found) throw new Error(`nothing is called ${name}`);
    return found;
  };
  const history = async (id: string) => (await officer.get(`/opportunities/${id}/history`)).body as HistoryWire;
  /** Whatever the imported list could have left a trace in. */
  const questions = [
    ...[
      'scoreboard?period=2022-Q2',
      'scoreboard?period=2022',
      'funnel?period=2022-Q1',
      'funnel?period=2022-05&mode=any',
    ].map((path) => `/figures/${path}`),
    ...['waterfall', 'win-rates', 'matrix', 'cycle', 'stays', 'throughput', 'deal-size', 'pipeline', 'forecast'].map(
      (path) => `/metrics/${path}?period=2022`,
    ),
  ];
  const told = async (knowledge: string) => {
    const answers: Record<string, unknown> = {};
    for (const path of questions) {
      const { status, body } = await officer.get(`${path}&${knowledge}`);
      answers[path] = status === 200 ? body : [status, body];
    }
    return answers;
  };
  const folded = async () => {
    while (await api.app.get(Projector, { strict: false }).step());
  };
  const broken = async () => {
    await folded();
    const { verdicts } = await api.app.get(Verifier, { strict: false }).verify();
    return verdicts.filter(({ violations }) => violations > 0);
  };

  test('as restated nothing of it ever was, to the last byte of every answer', async () => {
    const before = await told('reading=restated');
    const { id, undo } = await imported();
    expect(undo).toMatchObject({ state: 'possible', until: '2022-07-08T09:00:00.000Z' });
    expect(await plan(id)).toEqual({ total: 4, kept: 0, keptFirst: [] });
    expect(await told('reading=restated')).not.toEqual(before);
    expect((await undone(id)).undo).toMatchObject({ state: 'done', total: 4, done: 4, kept: 0 });
    expect(await told('reading=restated')).toEqual(before);
    expect(await broken()).toEqual([]);
    expect(await told('reading=restated')).toEqual(before);
  });

  test('as reported it came and went, and as of a day in between it stands', async () => {
    const { id } = await imported();
    // As reported, the one before came and went as well.
    expect(await figures.both('closings', '2022-Q2')).toEqual([1, 2]);
    await passTo(api, '2022-07-02T09:00:00.000Z');
    const between = await told('reading=restated&asOf=2022-07-01');
    await undone(id);
    expect(await told('reading=restated&asOf=2022-07-01')).toEqual(between);
    expect(await figures.both('closings', '2022-Q2')).toEqual([0, 2]);
    expect(await figures.both('closings', '2022-Q3')).toEqual([0, -2]);
    expect(await figures.both('net_revenue', '2022-Q3')).toEqual([0, -180_000]);
  });

  test('what it brought stays to be looked at, is cancelled, and changes no more', async () => {
    const gone = await cards('&outcome=cancelled');
    const names = ['Kites for all', 'Lights for the harbour', 'Orchard refit', 'Second harbour'];
    expect(gone.map(({ name }) => name).sort()).toEqual([...names, ...names].sort());
    expect((await officer.get('/search?q=orchard+refit')).body.opportunities).toEqual([]);
    const orchard = gone.find(({ name }) => name === 'Orchard refit') as Card;
    const { moves, bookings } = await history(orchard.id);
    expect(moves.map(({ withdrawn, correction }) => withdrawn || correction === 'withdraw')).toEqual(
      moves.map(() => true),
    );
    expect(bookings.map(({ amount }) => amount.amountMinor)).toEqual(['90000', '-90000']);
    const look = (await officer.get(`/opportunities/${orchard.id}`)).body as OpportunityWire;
    expect([look.moves, look.mayEdit, look.undoneAt]).toEqual([[], false, '2022-07-02T09:00:00.000Z']);
    const edited = await officer.patch(`/opportunities/${orchard.id}`, { name: 'Mine' }, { version: orchard.version });
    expect([edited.status, edited.body.code]).toEqual([409, 'opportunity.undone']);
  });

  test('the same list comes again as if for the first time, and what somebody worked on is left as it is', async () => {
    const again = await imported();
    expect(again.report?.total).toMatchObject({ created: 4, unchanged: 0 });
    await moved(officer, (await named('Lights for the harbour')) as OpportunityWire, 'negotiate');
    await aTouch(officer, { opportunityId: (await named('Second harbour')).id, sourceId: await aSource(api.database) });
    const { total, kept, keptFirst } = await plan(again.id);
    expect([total, kept, keptFirst.map(({ name }) => name)]).toEqual([
      4,
      2,
      ['Lights for the harbour', 'Second harbour'],
    ]);
    expect((await undone(again.id)).undo).toMatchObject({ state: 'done', total: 4, done: 2, kept: 2 });
    expect((await plan(again.id)).kept).toBe(2);
    expect(await named('Lights for the harbour')).toMatchObject({ outcome: 'open' });
  });

  test('a change that an import made is taken back too, the last one first, and the next import makes it again', async () => {
    const first = await imported(
      `${listRows[0]}\n201,Cold store,Proposal made,500,2022-09-30 10:00,2022-03-01 09:00,Ada Verne,Quillon`,
    );
    const won = `${listRows[0]}\n201,Cold store two,Closed won,700,2022-06-30 10:00,2022-03-01 09:00,Ada Verne,Orchard Medical`;
    const before = await named('Cold store');
    const second = await imported(won);
    expect(second.report?.total).toMatchObject({ updated: 1 });
    expect((await plan(first.id)).kept).toBe(1);
    await undone(second.id);
    const { id, name, stageId, outcome, amount, account } = await named('Cold store');
    expect({ id, name, stageId, outcome, amount, account }).toEqual({
      id: before.id,
      name: 'Cold store',
      stageId: before.stageId,
      outcome: 'open',
      amount: before.amount,
      account: before.account,
    });
    expect((await imported(won)).report?.total).toMatchObject({ updated: 1, refused: 0 });
    expect(await named('Cold store two')).toMatchObject({ outcome: 'won' });
  });

  test('a pause in the middle keeps what was taken back by then, and going on takes back the rest, each once', async () => {
    const many = Array.from(
      { length: 120 },
      (_, place) => `${300 + place},Deal ${place}${(listRows[2] ?? '').slice(17)}`,
    );
    const { id } = await imported([listRows[0], ...many].join('\n'));
    await officer.post(`/imports/${id}/undo`, {});
    const working = work();
    while ((await run(id)).undo?.done === 0) await pause(20);
    await officer.post(`/imports/${id}/pause`, {});
    await working;
    const { undo } = await run(id);
    expect(undo?.state).toBe('paused');
    expect([50, 100]).toContain(undo?.done);
    expect(await cards('&outcome=won')).toHaveLength(120 - (undo?.done ?? 0) + 1);
    await officer.post(`/imports/${id}/resume`, {});
    await work();
    expect((await run(id)).undo).toMatchObject({ state: 'done', total: 120, done: 120, kept: 0 });
    expect(await broken()).toEqual([]);
  });
});
