import { AsyncResource } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AccountDetailWire, AccountWire, OpportunityWire } from '@tandem/contracts';
import { bin } from '@tandem/database';
import { newId, type Id } from '@tandem/kernel';
import { AccountsService } from '@tandem/opportunities';
import { aWonDeal } from '../builders/a-history';
import { aSalesFloor } from '../builders/a-sales-floor';
import { anAccount } from '../builders/an-account';
import { anOpportunity, moved } from '../builders/an-opportunity';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

type AccountId = Id<'account'>;

let api: RunningApi;
let officer: SignedInClient;
beforeAll(async () => {
  api = await startApi();
  officer = await api.as('revenue_officer');
});
afterAll(() => api.stop());

/** Runs work as this file was loaded: outside of any transaction. */
const outside: <T>(work: () => Promise<T>) => Promise<T> = AsyncResource.bind((work) => work());
const usd = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
const read = async (id: string) => (await officer.get(`/accounts/${id}`)).body as AccountDetailWire;
const merge = async (id: string, intoAccountId: string, who = officer, version?: number) =>
  who.post(
    `/accounts/${id}/merge`,
    { intoAccountId, note: 'one and the same' },
    { version: version ?? (await read(id)).version },
  );
async function under(parentId: AccountId | null, name?: string): Promise<AccountId> {
  const id = await anAccount(api.database, name === undefined ? {} : { name });
  await api.database.write(() =>
    api.database.run('UPDATE account SET parent_id = ? WHERE id = ?', [parentId && bin(parentId), bin(id)]),
  );
  return id;
}

describe('merging accounts', () => {
  test('hands over what is open and what is closed; what was booked stays with the account of its moment', async () => {
    const [one, other] = [await anAccount(api.database), await anAccount(api.database, { name: 'Formosa Ltd' })];
    const rep = await api.as('rep');
    const open = await anOpportunity(rep, { accountId: one });
    const won = await moved(rep, await anOpportunity(rep, { accountId: one, amount: usd('700') }), 'implement');
    const answer = await merge(one, other);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"v2"');
    expect(answer.body).toMatchObject({ id: one, mergedInto: { id: other, name: { en: 'Formosa Ltd' } }, version: 2 });
    for (const { id, version } of [open, won]) {
      expect((await rep.get(`/opportunities/${id}`)).body).toMatchObject({
        account: { id: other },
        version: version + 1,
      });
    }
    const [line] = await api.database.query('SELECT account_id AS accountId FROM booking WHERE opportunity_id = ?', [
      bin(won.id),
    ]);
    expect(line).toEqual({ accountId: one });
  });

  test('is written down once for the account and once for every opportunity that went over', async () => {
    const [one, other] = [await anAccount(api.database), await anAccount(api.database)];
    const rep = await api.as('rep');
    const deal = await anOpportunity(rep, { accountId: one });
    await merge(one, other);
    const merges = await api.database.query(
      'SELECT account_id AS accountId, into_account_id AS intoAccountId, merged_by_id AS mergedById, note FROM account_merge WHERE account_id = ?',
      [bin(one)],
    );
    expect(merges).toEqual([
      { accountId: one, intoAccountId: other, mergedById: officer.person.id, note: 'one and the same' },
    ]);
    const told = await api.database.query<{ action: string; version: string }>(
      `SELECT a.action, JSON_VALUE(a.after_state, '$.version') AS version FROM audit_line a
       JOIN outbox_event e ON e.id = a.id WHERE a.object_id IN (?, ?) AND a.action LIKE '%merged' ORDER BY a.action`,
      [bin(one), bin(deal.id)],
    );
    expect(told).toEqual([
      { action: 'account.merged', version: '2' },
      { action: 'opportunity.account_merged', version: '2' },
    ]);
  });

  test('leaves one that is offered in no list and used by no opportunity; the refusal names the survivor', async () => {
    const [one, other] = [await under(null, 'Merged away'), await under(null, 'Survivor')];
    await merge(one, other);
    const list = (await officer.get('/accounts?q=Merged')).body.items as AccountWire[];
    expect(list).toEqual([]);
    const rep = await api.as('rep');
    const deal = await anOpportunity(rep);
    const { stageId } = deal;
    const answers = [
      await rep.patch(`/opportunities/${deal.id}`, { accountId: one }, { version: 1 }),
      await rep.post('/opportunities', { name: 'New', stageId, accountId: one }),
    ];
    for (const { body } of answers) {
      expect(body).toMatchObject({
        status: 409,
        code: 'account.merged',
        detail: 'This account was merged into Survivor: use that one.',
        facts: { pointer: '/accountId', survivorId: other },
      });
    }
    const gone = await rep.patch(`/opportunities/${deal.id}`, { accountId: newId() }, { version: 1 });
    expect(gone.body.code).toBe('opportunity.unknown_reference');
  });

  test('leads straight to the last survivor, however many merges lie between', async () => {
    const [a, b, c] = [await anAccount(api.database), await anAccount(api.database), await anAccount(api.database)];
    await merge(a, b);
    await merge(b, c);
    expect((await read(a)).mergedInto?.id).toBe(c);
    expect((await merge(a, c)).body).toMatchObject({ status: 409, code: 'account.merged' });
    expect((await merge(c, b)).body).toMatchObject({ code: 'account.merged', facts: { survivorId: c } });
  });

  test('keeps the families: children go along, a survivor without one joins it, none stands below itself', async () => {
    const head = await under(null);
    const merged = await under(head);
    const child = await under(merged);
    const survivor = await under(null);
    await merge(merged, survivor);
    expect((await read(child)).parentId).toBe(survivor);
    expect((await read(survivor)).parentId).toBe(head);
    expect((await merge(head, child)).body).toMatchObject({ status: 409, code: 'account.merge_below' });
    expect((await merge(child, head)).status).toBe(200);
    expect((await merge(head, head)).body).toMatchObject({ status: 400, code: 'account.merge_itself' });
    expect((await merge(head, newId())).body).toMatchObject({ status: 400, code: 'account.merge_unknown' });
  });

  test('takes the contacts along', async () => {
    const [one, other] = [await anAccount(api.database), await anAccount(api.database)];
    const contact = newId<'contact'>();
    await api.database.write(() =>
      api.database.run('INSERT INTO contact (id, account_id, name) VALUES (?, ?, ?)', [
        bin(contact),
        bin(one),
        'Ms Lin',
      ]),
    );
    await merge(one, other);
    const [row] = await api.database.query('SELECT account_id AS accountId FROM contact WHERE id = ?', [bin(contact)]);
    expect(row).toEqual({ accountId: other });
  });

  test('is done by managers and up, on the version that was seen', async () => {
    const [one, other] = [await anAccount(api.database), await anAccount(api.database)];
    expect((await merge(one, other, await api.as('rep'))).status).toBe(403);
    expect((await merge(one, other, officer, 9)).body).toMatchObject({ status: 412, current: { version: 1 } });
    expect((await officer.post(`/accounts/${one}/merge`, { intoAccountId: other, note: 'x' })).status).toBe(428);
    expect(
      (await officer.post(`/accounts/${newId()}/merge`, { intoAccountId: other, note: 'x' }, { version: 1 })).status,
    ).toBe(404);
    expect((await merge(one, other, await api.as('manager'))).status).toBe(200);
  });

  test('of a pair into each other at once only one is done', async () => {
    for (let round = 0; round < 3; round++) {
      const [one, other] = [await anAccount(api.database), await anAccount(api.database)];
      const answers = await Promise.all([merge(one, other), merge(other, one)]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const found = [await read(one), await read(other)];
      expect(found.filter(({ mergedInto }) => mergedInto)).toHaveLength(1);
    }
  });

  test('an opportunity that is opened while its account is merged away does not keep the merged one', async () => {
    const [one, other] = [await anAccount(api.database), await anAccount(api.database)];
    const rep = await api.as('rep');
    const { stageId } = await anOpportunity(rep);
    const accounts = api.app.get(AccountsService, { strict: false });
    let opening: Promise<{ status: number; body: OpportunityWire & { code?: string } }> | undefined;
    await api.act(() =>
      api.database.write(async () => {
        await accounts.merge(one, 1, { intoAccountId: other, note: 'x' });
        opening = outside(() => rep.post('/opportunities', { name: 'Meanwhile', stageId, accountId: one }));
        await pause(300);
      }),
    );
    expect((await opening)?.body.code).toBe('account.merged');
  });
});

test('a deal that was booked before the merge is still the same customer when it is reopened after', async () => {
  const floor = await aSalesFloor(api);
  const [one, other] = [await anAccount(api.database), await anAccount(api.database)];
  const id = await aWonDeal(api, '2026-10-05', { ownerId: floor.amy, teamId: floor.teamId, accountId: one });
  await merge(one, other);
  const deal = (await officer.get(`/opportunities/${id}`)).body as OpportunityWire;
  const toStageId = deal.moves.find(({ means }) => means === 'reopen')?.stageId;
  await officer.post(`/opportunities/${id}/reopening`, { toStageId, note: 'x' }, { version: deal.version });
  const lines = await api.database.query<{ accountId: string }>(
    'SELECT account_id AS accountId FROM booking WHERE opportunity_id = ?',
    [bin(id)],
  );
  expect(lines).toEqual([{ accountId: one }, { accountId: one }]);
});
