import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CampaignsService } from '@tandem/campaigns';
import { FunnelService } from '@tandem/funnel';
import { date } from '@tandem/kernel';
import type { FunnelWire } from '@tandem/contracts';
import { anOfferedProduct } from '../builders/an-offered-product';
import { anOpportunity } from '../builders/an-opportunity';
import { startApi, type RunningApi } from '../support/start-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

describe('the shared funnel', () => {
  test('eight steps of the buyer hold the stages of both sides, and the hand-off stands between them', async () => {
    const { stages } = (await (await api.as('viewer')).get('/funnel')).body as FunnelWire;
    expect(new Set(stages.map(({ buyerStep }) => buyerStep)).size).toBe(8);
    expect(stages.map(({ ownerSide, class: kind, key }) => `${ownerSide} ${kind} ${key}`)).toEqual([
      'marketing open reach',
      'marketing open engage',
      'marketing open nurture',
      'marketing open qualify',
      'sales open prospect',
      'sales open define_needs',
      'sales open propose',
      'sales open negotiate',
      'sales won implement',
      'sales won retain',
      'sales won refer',
    ]);
    for (const stage of stages) expect(stage.name.zhTW).toMatch(/\p{Script=Han}/u);
  });

  test('the first contract says how long an answer may take and why an offer may be rejected', async () => {
    const { contract, lossReasons } = (await (await api.as('rep')).get('/funnel')).body as FunnelWire;
    expect(contract).toMatchObject({ revision: 1, responseMinutes: 240, newCustomerVariant: 'first_order' });
    expect(contract.rejectionReasons).toEqual(['not_ready', 'wrong_fit', 'duplicate', 'bad_contact', 'no_capacity']);
    expect(lossReasons).toEqual(expect.arrayContaining(['price', 'competitor', 'unknown']));
  });

  test('laying the funnel twice changes nothing', async () => {
    const viewer = await api.as('viewer');
    const before = (await viewer.get('/funnel')).body;
    await api.act(() => api.app.get(FunnelService).ensureDefaultFunnel());
    expect((await viewer.get('/funnel')).body).toEqual(before);
  });

  test('nobody reads the funnel without signing in', async () => {
    expect((await api.anonymous.get('/funnel')).status).toBe(401);
  });
});

describe('what forms choose from', () => {
  test('products, sources and campaigns are listed, and a campaign names the source of an opportunity', async () => {
    const campaigns = api.app.get(CampaignsService);
    const [sourceId, again] = await api.act(
      async () =>
        [
          await campaigns.ensureSource({ key: 'webinar', name: 'Webinar', nameZh: '線上講座' }),
          await campaigns.ensureSource({ key: 'webinar', name: 'Webinar' }),
        ] as const,
    );
    expect(again).toBe(sourceId);
    const campaignId = await api.act(() =>
      campaigns.ensureCampaign({ sourceId, name: 'Autumn', startsOn: date('2026-09-01') }),
    );
    const productId = await anOfferedProduct(api.database, { listPriceMinor: 55000n });
    const rep = await api.as('rep');
    const { products, sources, campaigns: listed } = (await rep.get('/references')).body;
    expect(products).toContainEqual(
      expect.objectContaining({ id: productId, listPrice: { amountMinor: '55000', currency: 'USD' }, future: false }),
    );
    expect(sources).toContainEqual({ id: sourceId, key: 'webinar', name: { en: 'Webinar', zhTW: '線上講座' } });
    expect(listed).toContainEqual({ id: campaignId, sourceId, name: { en: 'Autumn', zhTW: null } });
    const opportunity = await anOpportunity(rep, { campaignId, productId });
    expect(opportunity).toMatchObject({
      source: { id: sourceId },
      campaign: { id: campaignId },
      product: { id: productId },
    });
  });

  test('a campaign of another source is refused', async () => {
    const campaigns = api.app.get(CampaignsService);
    const [fair, post] = await api.act(
      async () =>
        [
          await campaigns.ensureSource({ key: 'fair', name: 'Fair' }),
          await campaigns.ensureSource({ key: 'post', name: 'Post' }),
        ] as const,
    );
    const campaignId = await api.act(() =>
      campaigns.ensureCampaign({ sourceId: fair, name: 'Spring fair', startsOn: date('2026-03-01') }),
    );
    const rep = await api.as('rep');
    const { id } = await anOpportunity(rep);
    const answer = await rep.patch(`/opportunities/${id}`, { sourceId: post, campaignId }, { version: 1 });
    expect(answer.body).toMatchObject({ status: 400, code: 'opportunity.campaign_of_other_source' });
  });
});
