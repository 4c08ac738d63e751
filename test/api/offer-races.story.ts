import { AsyncResource } from 'node:async_hooks';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actingAs, type Id } from '@tandem/kernel';
import { HandOffsService, OpportunitiesService } from '@tandem/opportunities';
import { anOpportunity } from '../builders/an-opportunity';
import { startApi, type RunningApi } from '../support/start-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** Runs work as this file was loaded: outside of any transaction. */
const outside: <T>(work: () => Promise<T>) => Promise<T> = AsyncResource.bind((work) => work());

test('losing an opportunity while it is being offered ends the offer, too', async () => {
  const [marketer, rep] = [await api.as('marketer'), await api.as('rep')];
  const opportunity = await anOpportunity(marketer, { stage: 'qualify' });
  const id = opportunity.id as Id<'opportunity'>;
  const [offers, opportunities] = [HandOffsService, OpportunitiesService].map((one) =>
    api.app.get(one, { strict: false }),
  ) as [HandOffsService, OpportunitiesService];
  const { id: personId, name, teamId } = marketer.person;
  const who = { personId, name, role: 'marketer', side: 'marketing', teamId, locale: 'en', via: 'web' } as const;
  const asMarketer = <T>(work: () => Promise<T>) => actingAs(who, work);
  let losing: Promise<void> = Promise.resolve();
  await api.act(() =>
    api.database.write(async () => {
      await offers.offer(id, 1, { toTeamId: rep.person.teamId as Id<'team'> });
      // Somebody else, who sees the opportunity as it was before the offer and waits for it.
      losing = outside(() => asMarketer(() => opportunities.lose(id, 1, { reason: 'price' })));
      await new Promise((resolve) => setTimeout(resolve, 300));
    }),
  );
  await losing;
  const { handOffs } = (await marketer.get(`/opportunities/${id}/history`)).body;
  expect(handOffs).toMatchObject([{ state: 'returned', reason: 'closed' }]);
});
