import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Card, HistoryWire, ImportPreviewWire, ImportReport } from '@tandem/contracts';
import { bin } from '@tandem/database';
import { ImportRunner } from '@tandem/exchange';
import { aList, aListMapping, listRows } from '../builders/a-list';
import { stageIds } from '../builders/an-opportunity';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

describe('a list of opportunities from another system', () => {
  let api: RunningApi;
  let officer: SignedInClient;
  beforeAll(async () => {
    api = await startApi({ clock: new FixedClock('2022-07-01T09:00:00.000Z') });
    officer = await api.as('revenue_officer');
    await api.as('rep', { name: 'Ben Okoro' });
  });
  afterAll(() => api.stop());

  const look = async (form: FormData) => (await officer.post('/imports/previews', form)).body as ImportPreviewWire;
  async function taken(form: FormData): Promise<ImportReport> {
    const started = await officer.post('/imports/opportunity-lists', form);
    expect([started.status, started.body.code]).toEqual([202, undefined]);
    while (await api.app.get(ImportRunner).runWaiting());
    const { state, problem, report } = (await officer.get(`/imports/${started.body.id}`)).body;
    expect([state, problem]).toEqual(['done', null]);
    return report;
  }
  /** The names of the list are kept; its rows come next. */
  const isAtRows = async (id: string) => {
    const [run] = await api.database.query<{ at: number }>(
      'SELECT report IS NOT NULL AS at FROM import_run WHERE id = ?',
      [bin(id)],
    );
    return run?.at === 1;
  };
  const cards = async () => (await officer.get('/opportunities?limit=200')).body.items as Card[];

  test('is looked at: how it is written, what its columns hold and most likely are, and what its stages are here', async () => {
    const preview = await look(aList({}));
    expect(preview).toMatchObject({
      file: 'deals.csv',
      rows: 4,
      source: 'hubspot',
      encoding: 'utf-8',
      delimiter: ',',
      dateOrder: 'ymd',
      suggested: aListMapping.columns,
      remembered: null,
    });
    expect(preview.columns[2]?.values).toEqual([
      { written: 'Proposal made', rows: 1, to: 'propose' },
      { written: 'Closed won', rows: 1, to: 'won' },
      { written: 'Closed lost', rows: 1, to: 'lost' },
      { written: 'Waiting room', rows: 1, to: null },
    ]);
    expect(preview.firstRows[1]?.[1]).toBe('Orchard refit');
    expect(preview.stages.map(({ key }) => key)).toEqual(['prospect', 'define_needs', 'propose', 'negotiate']);
  });

  test('is looked at in Big5 with semicolons and days that need saying', async () => {
    // 商機名稱;階段;建立日期 and one row, as Excel in Taiwan writes it.
    const header = [
      0xb0, 0xd3, 0xbe, 0xf7, 0xa6, 0x57, 0xba, 0xd9, 0x3b, 0xb6, 0xa5, 0xac, 0x71, 0x3b, 0xab, 0xd8, 0xa5, 0xdf, 0xa4,
      0xe9, 0xb4, 0xc1,
    ];
    const content = Uint8Array.from([...header, 0x0d, 0x0a, ...Buffer.from('A;B;05/06/2022\r\n')]);
    expect(await look(aList({ content }))).toMatchObject({
      encoding: 'big5',
      delimiter: ';',
      dateOrder: null,
      columns: [{ name: '商機名稱' }, { name: '階段' }, { name: '建立日期' }],
      suggested: { name: '商機名稱', stage: '階段', created: '建立日期' },
    });
    expect((await look(aList({ content, encoding: 'windows-1252' }))).columns[0]?.name).not.toBe('商機名稱');
  });

  test('is tried: the trial says what would come and how much history, and leaves everything as it is', async () => {
    const report = await taken(aList({ mapping: aListMapping, dryRun: 'true' }));
    expect(report.total).toMatchObject({ read: 4, created: 4, refused: 0 });
    expect(report.history).toEqual({ full: 0, bothEnds: 2, oneEnd: 1, snapshot: 1 });
    // Ben is here already; the harbour is spelt two ways and is one customer.
    expect(report.made).toEqual({ accounts: 3, products: 0, people: 1 });
    expect(report.files).toMatchObject([{ name: 'deals.csv' }]);
    expect(await cards()).toEqual([]);
  });

  test('becomes opportunities in the stages it was matched with, with owners, customers, amounts and dates; twice is once', async () => {
    expect((await taken(aList({ mapping: aListMapping }))).total).toMatchObject({ created: 4, refused: 0 });
    const all = await cards();
    const stages = await stageIds(officer);
    const named = (name: string) => all.find((card) => card.name === name);
    expect(named('Lights for the harbour')).toMatchObject({
      stageId: stages['propose'],
      outcome: 'open',
      amount: { amountMinor: '120050', currency: 'USD' },
      closeDate: '2022-09-30',
    });
    expect(named('Orchard refit')).toMatchObject({ outcome: 'won', closeDate: '2022-05-20' });
    expect(named('Kites for all')).toMatchObject({ outcome: 'lost' });
    expect(named('Second harbour')).toMatchObject({ stageId: stages['negotiate'], amount: null });
    const { people } = (await officer.get('/people')).body as { people: { name: { en: string } }[] };
    expect(people.filter(({ name }) => name.en === 'Ben Okoro')).toHaveLength(1);
    expect((await taken(aList({ mapping: aListMapping }))).total).toMatchObject({ unchanged: 4, created: 0 });
    const later = listRows
      .join('\n')
      .replace('101,Lights for the harbour,Proposal made', '101,Lights for the harbour,Closed won');
    expect(
      (await taken(aList({ mapping: aListMapping, content: later.replace('2022-09-30', '2022-06-30') }))).total,
    ).toMatchObject({
      updated: 1,
      unchanged: 3,
    });
    const { moves } = (await officer.get(`/opportunities/${named('Lights for the harbour')?.id}/history`))
      .body as HistoryWire;
    expect(moves.map(({ stageToId }) => stageToId)).toEqual([
      stages['prospect'],
      stages['propose'],
      stages['implement'],
    ]);
    const closings = (await officer.get('/figures/scoreboard?period=2022-Q2')).body.figures.find(
      (figure: { key: string }) => figure.key === 'closings',
    );
    expect(closings.value).toEqual({ unit: 'count', count: 2 });
  });

  test('brings the whole history where it dates every stage', async () => {
    const column = 'Date entered "Negotiation (Sales)"';
    const content = [
      `${listRows[0]},"${column.replaceAll('"', '""')}"`,
      '301,Told in full,Waiting room,5,,2022-02-01,Ada Verne,,2022-03-05 08:00',
      '302,Told by half,Waiting room,5,,2022-02-01,Ada Verne,,someday',
    ].join('\n');
    const { columns } = await look(aList({ content }));
    expect(columns.at(-1)).toMatchObject({ name: column, dates: { written: 'Negotiation', to: 'negotiate' } });
    const mapping = { ...aListMapping, entries: [{ column, to: 'negotiate' }] };
    const report = await taken(aList({ mapping, content }));
    expect(report.history).toEqual({ full: 1, bothEnds: 0, oneEnd: 0, snapshot: 0 });
    expect(report.refusals).toMatchObject([{ row: 3, detail: expect.stringContaining(`“someday” in ${column}`) }]);
    const card = (await cards()).find(({ name }) => name === 'Told in full');
    const { moves } = (await officer.get(`/opportunities/${card?.id}/history`)).body as HistoryWire;
    const stages = await stageIds(officer);
    expect(moves.map(({ stageToId, at }) => [stageToId, at.slice(0, 10)])).toEqual([
      [stages['prospect'], '2022-02-01'],
      [stages['negotiate'], '2022-03-05'],
    ]);
  });

  test('is read the next time as it was the last', async () => {
    expect((await look(aList({}))).remembered).toEqual(aListMapping);
    expect((await look(aList({ content: 'id,name,stage\n1,a,b\n' }))).remembered).toBeNull();
  });

  test('names the rows it refuses by number, and columns as the list does', async () => {
    const content = [
      listRows[0],
      '201,No owner,Proposal made,5,,,,',
      '202,Odd day,Closed won,5,31/31/2022,,Ada Verne,',
      '',
      '203,Odd amount,Proposal made,a lot,,,Ada Verne,',
      '204,Odd stage,Limbo,5,,,Ada Verne,',
      '205,Not wanted,Test,5,,,Ada Verne,',
      '206,Ragged',
    ].join('\n');
    const stages = [...aListMapping.stages, { written: 'Test', to: 'leave_out' }];
    const { refusals, total } = await taken(aList({ mapping: { ...aListMapping, stages }, content, dryRun: 'true' }));
    expect(total).toMatchObject({ read: 6, refused: 6 });
    expect(refusals).toMatchObject([
      {
        file: 'deals.csv',
        row: 2,
        code: 'import.name_missing',
        detail: expect.stringContaining('Deal owner is empty'),
      },
      { row: 3, code: 'import.date_unreadable', detail: expect.stringContaining('“31/31/2022” in Close Date') },
      { row: 5, code: 'import.amount_unreadable', detail: expect.stringContaining('“a lot” in Amount') },
      { row: 6, code: 'import.unknown_stage', detail: expect.stringContaining('“Limbo” in Deal Stage') },
      { row: 7, code: 'import.stage_left_out' },
      { row: 8, code: 'import.row_shape' },
    ]);
  });

  test('is refused as a whole when it cannot be read or not enough was said, and leaves no run behind', async () => {
    const runs = (await officer.get('/imports')).body.items.length;
    const columns = { ...aListMapping.columns, owner: null };
    const faults: readonly [string, string, FormData][] = [
      ['import.empty_file', 'previews', aList({ content: '' })],
      ['import.spreadsheet', 'previews', aList({ content: Uint8Array.from([0x50, 0x4b, 3, 4]), name: 'deals.xlsx' })],
      ['import.undecodable', 'previews', aList({ content: Uint8Array.from([0x61, 0xff]), encoding: 'utf-8' })],
      ['request.invalid', 'previews', aList({ encoding: 'klingon' })],
      ['request.invalid', 'opportunity-lists', aList({})],
      ['request.invalid', 'opportunity-lists', aList({ mapping: { ...aListMapping, currency: 'dollars' } })],
      ['import.columns_unmatched', 'opportunity-lists', aList({ mapping: { ...aListMapping, columns } })],
      [
        'import.column_gone',
        'opportunity-lists',
        aList({ mapping: { ...aListMapping, columns: { ...columns, owner: 'Boss' } } }),
      ],
      [
        'import.stage_strange',
        'opportunity-lists',
        aList({ mapping: { ...aListMapping, stages: [{ written: 'A', to: 'reach' }] } }),
      ],
    ];
    for (const [code, path, form] of faults) {
      const answer = await officer.post(`/imports/${path}`, form);
      expect([answer.status, answer.body.code]).toEqual([400, code]);
    }
    expect((await officer.get('/imports')).body.items).toHaveLength(runs);
  });

  test('is paused and gone on with, and only while it is under way', async () => {
    const { id } = (await officer.post('/imports/opportunity-lists', aList({ mapping: aListMapping, dryRun: 'true' })))
      .body;
    expect((await officer.post(`/imports/${id}/pause`)).body.state).toBe('paused');
    expect((await officer.post(`/imports/${id}/pause`)).body.state).toBe('paused');
    expect(await api.app.get(ImportRunner).runWaiting()).toBe(false);
    expect((await officer.post(`/imports/${id}/resume`)).body.state).toBe('waiting');
    await api.app.get(ImportRunner).runWaiting();
    expect((await officer.get(`/imports/${id}`)).body).toMatchObject({ state: 'done', rowsDone: 4 });
    const over = await officer.post(`/imports/${id}/pause`);
    expect([over.status, over.body.code]).toEqual([409, 'import.not_under_way']);
    const rep = await api.as('rep');
    expect((await rep.post('/imports/previews', aList({}))).status).toBe(403);
    expect((await rep.post(`/imports/${id}/pause`)).status).toBe(403);
  });

  test('is paused in the middle of its rows: what was not saved is done again after it goes on', async () => {
    const content = listRows.join('\n').replaceAll(/^1/gm, '9');
    const { id } = (await officer.post('/imports/opportunity-lists', aList({ mapping: aListMapping, content }))).body;
    const before = (await cards()).length;
    // Somebody closes the books just now, and the rows wait for them.
    let [hold, close] = [(): void => undefined, (): void => undefined];
    const held = new Promise<void>((resolve) => (hold = resolve));
    const closed = new Promise<void>((resolve) => (close = resolve));
    const closing = api.act(() =>
      api.database.write(async () => {
        await api.database.query('SELECT id FROM organisation WHERE id = 1 FOR UPDATE');
        hold();
        await closed;
      }),
    );
    await held;
    const running = api.app.get(ImportRunner).runWaiting();
    while (!(await isAtRows(id))) await pause(20);
    expect((await officer.post(`/imports/${id}/pause`)).status).toBe(200);
    close();
    await Promise.all([closing, running]);
    expect((await officer.get(`/imports/${id}`)).body).toMatchObject({ state: 'paused', rowsDone: 0 });
    expect(await cards()).toHaveLength(before);
    await officer.post(`/imports/${id}/resume`);
    await api.app.get(ImportRunner).runWaiting();
    expect((await officer.get(`/imports/${id}`)).body).toMatchObject({ state: 'done', rowsDone: 4 });
    expect(await cards()).toHaveLength(before + 4);
  });
});
