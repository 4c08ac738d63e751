import type { OpportunityWire } from '@tandem/contracts';
import { addDays, type Id } from '@tandem/kernel';
import { HandOffsService } from '@tandem/opportunities';
import type { Step } from '../../builders/a-history';
import { changed } from '../../builders/later-knowledge';
import { chosen, type Deed } from '../../builders/some-days';
import type { Answer } from '../../support/client';
import { campaigns, products } from './offers';
import { tellPast } from './tell-past';
import type { Place } from './world';

/** What somebody does with what figures of flow look at: offers and their answers, campaigns and products. */
export const flowDeeds = [
  'brand',
  'offer',
  'offer',
  'answer',
  'answer',
  'refuse',
  'return',
  'tend',
  'close',
  'expire',
  'expire',
  'revive',
  'grow',
] as const;

export function flowDoings(place: Place, one: Deed): Readonly<Record<string, () => Promise<unknown>>> {
  const { officer, helpers, stages, floors } = place;
  const { pick, other } = one;
  const answer = async (state: string, how: (offer: Found) => Promise<Answer>) => {
    const offer = await offerIn(place, state, pick);
    if (offer) await tried(how(offer));
  };
  const receiver = ({ toTeamId }: Found) =>
    helpers.find(({ person }) => person.teamId && plain(person.teamId) === toTeamId) ?? officer;
  const change = async ({ opportunityId }: Found, by: Place['officer'], path: string, body: object) =>
    changed(by, opportunityId, path, body);
  return {
    brand: () => brand(place, one),
    offer: () => offerTo(place, one),
    answer: () =>
      answer('offered', (offer) => {
        const floor = floors.find(({ teamId }) => plain(teamId) === offer.toTeamId);
        const by = other % 2 === 0 ? officer : receiver(offer);
        return by.post(`/hand-offs/${offer.id}/acceptance`, { ownerId: floor?.amy }, { version: offer.version });
      }),
    refuse: () =>
      answer('offered', (offer) =>
        chosen([officer, receiver(offer)], other).post(
          `/hand-offs/${offer.id}/rejection`,
          { reason: 'duplicate' },
          { version: offer.version },
        ),
      ),
    return: () =>
      answer('accepted', (offer) =>
        officer.post(`/hand-offs/${offer.id}/return`, { reason: 'not_ready' }, { version: offer.version }),
      ),
    tend: () =>
      answer('offered', (offer) =>
        change(offer, receiver(offer), '/moves', { toStageId: stages[chosen(['nurture', 'engage'], other)] }),
      ),
    close: () =>
      answer('offered', (offer) =>
        change(offer, chosen([officer, officer, receiver(offer)], other), '/loss', { reason: 'timing' }),
      ),
    expire: () => {
      const { api } = place;
      return api.act(() => api.app.get(HandOffsService, { strict: false }).expireDue(api.clock.now()));
    },
    revive: () =>
      answer('returned', (offer) =>
        change(offer, receiver(offer), '/reopening', { toStageId: stages['qualify'], note: 'after all' }),
      ),
    grow: () => grown(place, one),
  };
}

interface Found {
  readonly id: Id<'hand_off'>;
  readonly opportunityId: Id<'opportunity'>;
  readonly toTeamId: string;
  readonly version: number;
}

async function offerIn({ api }: Place, state: string, pick: number): Promise<Found | undefined> {
  const found = await api.database.query<Found>(
    `SELECT h.id, h.opportunity_id AS opportunityId, HEX(h.to_team_id) AS toTeamId, h.version FROM hand_off h
     WHERE h.state = ? ORDER BY h.id`,
    [state],
  );
  return found[pick % Math.max(1, found.length)];
}

const plain = (id: string): string => id.replaceAll('-', '').toUpperCase();

async function tried(answer: Promise<Answer>): Promise<Answer> {
  const { status, body } = await answer;
  if (status >= 500) throw new Error(JSON.stringify(body));
  return answer;
}

/** It belongs to another campaign and is about another product, or to none. */
async function brand({ api, officer, sources }: Place, { pick, other }: Deed): Promise<void> {
  const found = await api.database.query<{ readonly id: string }>(
    `SELECT o.id FROM opportunity o WHERE o.outcome = 'open' ORDER BY o.id`,
  );
  const id = found[pick % Math.max(1, found.length)]?.id;
  if (!id) return;
  const { version } = (await officer.get(`/opportunities/${id}`)).body as OpportunityWire;
  const campaign = other % 3;
  const patch = {
    ...(pick % 4 === 0 ? {} : { productId: chosen([...products, null], other) }),
    ...(pick % 3 === 0 ? {} : { campaignId: campaigns[campaign] ?? null, sourceId: sources[campaign] ?? null }),
  };
  await tried(officer.patch(`/opportunities/${id}`, patch, { version }));
}

/** Marketing creates a lead, or takes one that it has, and offers it to a sales team. */
async function offerTo({ api, officer, marketing, stages, sources, floors }: Place, { pick, other }: Deed) {
  const found = await api.database.query<{ readonly id: string; readonly version: number }>(
    `SELECT o.id, o.version FROM opportunity o JOIN funnel_stage s ON s.id = o.stage_id
     WHERE o.outcome = 'open' AND s.owner_side = 'marketing'
       AND NOT EXISTS (SELECT 1 FROM hand_off h WHERE h.opportunity_id = o.id AND h.state = 'offered') ORDER BY o.id`,
  );
  const had = pick % 3 === 0 ? undefined : found[pick % Math.max(1, found.length)];
  const lead =
    had ??
    ((
      await tried(
        officer.post('/opportunities', {
          name: `Lead ${pick} ${other}`,
          stageId: stages['qualify'],
          amount:
            other % 3 === 0 ? null : { amountMinor: String((other + 1) * 30), currency: chosen(['USD', 'EUR'], pick) },
          sourceId: chosen(sources, pick),
          ...(other % 2 === 0 ? { productId: chosen(products, pick) } : {}),
          ownerId: marketing.marketer,
        }),
      )
    ).body as OpportunityWire);
  const toTeamId = chosen(floors, other).teamId;
  await tried(officer.post(`/opportunities/${lead.id}/hand-offs`, { toTeamId }, { version: lead.version }));
}

/** Ways that only the figures of flow tell apart. */
const ways: readonly (readonly string[])[] = [
  ['reach', 'lost'],
  ['qualify', 'cancelled'],
  ['prospect', 'negotiate', 'propose', 'negotiate', 'lost'],
  ['prospect', 'negotiate', 'implement'],
  ['prospect', 'negotiate', 'cancelled', 'negotiate', 'define_needs'],
  ['prospect', 'propose', 'lost', 'propose', 'negotiate', 'implement'],
  ['prospect', 'lost', 'implement'],
  ['engage', 'lost', 'prospect', 'negotiate', 'lost'],
  ['negotiate', 'implement', 'negotiate', 'lost'],
  ['negotiate', 'implement', 'retain', 'implement'],
  ['propose', 'cancelled', 'lost'],
  ['prospect', 'negotiate'],
];

async function grown(place: Place, { pick, other }: Deed): Promise<void> {
  const { api, accounts, sources, today, floors } = place;
  const floor = chosen(floors, pick);
  const way = chosen(ways, other);
  const first = addDays(today, -(way.length * 4 + ((pick * 11) % 120)));
  let stage = 'prospect';
  const steps = way.map((word, turn): Step => {
    const isEnd = word === 'lost' || word === 'cancelled';
    stage = isEnd ? stage : word;
    return {
      at: `${addDays(first, turn * (1 + (pick % 4)))}T${chosen(['22:30', '08:00', '21:59'], pick + turn)}:00Z`,
      stage,
      ...(isEnd ? { outcome: word } : {}),
      ...(turn === 1 && pick % 2 === 0 ? { amountMinor: BigInt(pick * 100 + 50) } : {}),
      ...(turn === 2 && pick % 3 === 0 ? { ownerId: floor.ben } : {}),
      ...(turn === pick % 7 && pick % 5 === 0 ? { inferred: true } : {}),
    };
  });
  await tellPast(place, {
    ownerId: floor.amy,
    teamId: floor.teamId,
    steps,
    accountId: pick % 4 === 0 ? null : chosen(accounts, other + pick),
    campaignId: pick % 3 === 0 ? null : chosen(campaigns, pick),
    sourceId: pick % 3 === 0 ? null : chosen(sources, chosen([0, 1], pick)),
    productId: other % 3 === 0 ? null : chosen(products, other),
    currency: chosen(['USD', 'USD', 'EUR', 'CHF'], pick + other),
    bookingType: chosen(['new_business', 'new_business', 'expansion', 'renewal'], other + pick),
    ...(pick % 2 === 0 ? { recordedAt: api.clock.now().toISOString() } : {}),
  });
}
