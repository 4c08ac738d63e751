import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TouchWire } from '@tandem/contracts';
import { CampaignsService } from '@tandem/campaigns';
import { date } from '@tandem/kernel';
import { aSource } from '../builders/a-source';
import { aTouch } from '../builders/a-touch';
import { anAccount } from '../builders/an-account';
import { anOfferedProduct } from '../builders/an-offered-product';
import { anOpportunity } from '../builders/an-opportunity';
import { locked, merged } from '../builders/later-knowledge';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let rep: SignedInClient;
let officer: SignedInClient;
beforeAll(async () => {
  api = await startApi();
  rep = await api.as('rep');
  officer = await api.as('revenue_officer');
});
afterAll(() => api.stop());

describe('a touch', () => {
  test('of an opportunity is kept with both clocks, its source and who recorded it', async () => {
    const [fair, deal] = [await aSource(api.database, 'Fair'), await anOpportunity(rep)];
    const touch = await aTouch(rep, {
      opportunityId: deal.id,
      sourceId: fair,
      at: '2026-11-02T08:00:00Z',
      kind: 'demo',
    });
    expect(touch).toEqual({
      id: expect.any(String),
      opportunityId: deal.id,
      accountId: null,
      source: { id: fair, name: { en: 'Fair', zhTW: null } },
      campaign: null,
      side: 'marketing',
      kind: 'demo',
      outcome: null,
      at: '2026-11-02T08:00:00.000Z',
      recordedAt: api.clock.now().toISOString(),
      recordedBy: { id: rep.person.id, name: { en: rep.person.name, zhTW: null } },
    });
    const [told] = await api.database.query<{ audit: string; event: string }>(
      `SELECT a.action AS audit, e.topic AS event FROM audit_line a JOIN outbox_event e ON e.id = a.id
       WHERE a.object_kind = 'touch' ORDER BY a.id DESC LIMIT 1`,
    );
    expect(told).toEqual({ audit: 'touch.recorded', event: 'touch.recorded' });
  });

  test('of a campaign has the source of the campaign', async () => {
    const fair = await aSource(api.database);
    const campaignId = await api.act(() =>
      api.app
        .get(CampaignsService, { strict: false })
        .ensureCampaign({ sourceId: fair, name: 'Spring', startsOn: date('2026-03-01') }),
    );
    const touch = await aTouch(rep, { accountId: await anAccount(api.database), campaignId });
    expect([touch.source?.id, touch.campaign?.name.en]).toEqual([fair, 'Spring']);
    const other = { accountId: await anAccount(api.database), campaignId, sourceId: await aSource(api.database) };
    const refused = await rep.post('/touches', { side: 'sales', kind: 'call', ...other });
    expect([refused.status, refused.body.code]).toEqual([400, 'touch.campaign_of_other_source']);
  });

  test('names what is there, lies on an open day that has come, and is recorded by those who see the opportunity', async () => {
    const sourceId = await aSource(api.database);
    const call = { side: 'sales', kind: 'call' };
    const { id: opportunityId } = await anOpportunity(rep);
    const codeOf = async (body: object, client = rep) => {
      const answer = await client.post('/touches', { ...call, ...body });
      return [answer.status, answer.body.code];
    };
    expect(await codeOf({ sourceId })).toEqual([400, 'touch.of_nobody']);
    expect(await codeOf({ opportunityId })).toEqual([400, 'touch.source_needed']);
    expect(await codeOf({ opportunityId, sourceId, at: '2030-01-01T00:00:00Z' })).toEqual([400, 'touch.ahead']);
    expect(await codeOf({ opportunityId, sourceId: opportunityId })).toEqual([400, 'touch.unknown_reference']);
    expect(await codeOf({ opportunityId, sourceId }, await api.as('rep'))).toEqual([400, 'touch.unknown_reference']);
    expect((await codeOf({ opportunityId, sourceId }, await api.as('viewer')))[0]).toBe(403);
    const [gone, into] = [await anAccount(api.database), await anAccount(api.database)];
    await merged(officer, gone, into);
    expect(await codeOf({ accountId: gone, sourceId })).toEqual([409, 'account.merged']);
    await locked(officer, '2026-01-01');
    expect(await codeOf({ opportunityId, sourceId, at: '2025-12-31T23:00:00Z' })).toEqual([409, 'period.locked']);
  });

  test('is listed with those of its opportunity or account, the latest first, page by page', async () => {
    const [sourceId, deal] = [await aSource(api.database), await anOpportunity(rep)];
    const days = ['03', '01', '02'];
    for (const day of days) await aTouch(rep, { opportunityId: deal.id, sourceId, at: `2026-11-${day}T08:00:00Z` });
    const accountId = await anAccount(api.database);
    await aTouch(rep, { accountId, sourceId });
    const first = (await rep.get(`/touches?limit=2&opportunityId=${deal.id}`)).body;
    expect(first.items.map(({ at }: TouchWire) => at.slice(8, 10))).toEqual(['03', '02']);
    const rest = (await rep.get(`/touches?opportunityId=${deal.id}&cursor=${first.page.nextCursor}`)).body;
    expect(rest.items.map(({ at }: TouchWire) => at.slice(8, 10))).toEqual(['01']);
    expect((await rep.get(`/touches?accountId=${accountId}`)).body.items).toHaveLength(1);
    expect((await rep.get('/touches')).body.code).toBe('touch.whose');
    expect((await (await api.as('rep')).get(`/touches?opportunityId=${deal.id}`)).status).toBe(404);
  });
});

describe('a product of the future', () => {
  test('is said to be one by those who keep the books, who saw what it was', async () => {
    const id = await anOfferedProduct(api.database);
    expect((await rep.patch(`/products/${id}`, { future: true }, { version: 1 })).status).toBe(403);
    const said = await officer.patch(`/products/${id}`, { future: true }, { version: 1 });
    expect([said.status, said.body.future, said.body.version]).toEqual([200, true, 2]);
    const late = await officer.patch(`/products/${id}`, { future: false }, { version: 1 });
    expect([late.status, late.body.code, late.body.current.future]).toEqual([412, 'product.changed', true]);
  });
});
