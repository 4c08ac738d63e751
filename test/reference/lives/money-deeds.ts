import type { OpportunityWire, TargetWire } from '@tandem/contracts';
import { addDays } from '@tandem/kernel';
import { changed, withdrawn } from '../../builders/later-knowledge';
import { chosen, type Deed } from '../../builders/some-days';
import type { Answer } from '../../support/client';
import { campaigns, products } from './offers';
import { tellPast } from './tell-past';
import type { Place } from './world';

/** What brings money, and what both sides want of it. */
export const moneyDeeds = [
  'touch',
  'touch',
  'touch',
  'sell',
  'due',
  'due',
  'future',
  'goal',
  'goal',
  'prefer',
  'again',
] as const;

type Doing = () => Promise<unknown>;

export function moneyDoings(place: Place, { pick, other }: Deed): Readonly<Record<string, Doing>> {
  const { api, officer } = place;
  return {
    touch: () => touch(place, pick, other),
    sell: async () => {
      const found = await oneOpportunity(place, "outcome = 'open'", pick);
      if (!found) return;
      const now = (await officer.get(`/opportunities/${found}`)).body as OpportunityWire;
      const sold = { productId: chosen([...products, null], other), campaignId: chosen([...campaigns, null], pick) };
      await tried(officer.patch(`/opportunities/${found}`, sold, { version: now.version }));
    },
    due: () => due(place, pick, other),
    future: async () => {
      const id = chosen(products, pick);
      const [{ version } = { version: 1 }] = (
        await api.database.query<{ readonly id: string; readonly version: number }>('SELECT id, version FROM product')
      ).filter((product) => product.id === id);
      await tried(officer.patch(`/products/${id}`, { future: other % 2 === 0 }, { version }));
    },
    again: async () => {
      const found = await oneOpportunity(place, "outcome = 'won'", pick);
      if (!found) return;
      const back = { toStageId: place.stages['negotiate'], note: 'too early' };
      const { status } = await tried(changed(officer, found, '/reopening', back));
      if (status === 200) await tried(withdrawn(officer, found));
    },
    goal: () => goal(place, pick, other),
    prefer: () => {
      const [purpose, definition] = chosen(preferences, pick);
      const from = other % 3 === 0 ? { validFrom: addDays(place.today, other % 9) } : {};
      return tried(officer.post('/metrics/choices', { purpose, definition, reason: 'it was agreed', ...from }));
    },
  };
}

const preferences = [
  ...['first', 'last', 'linear', 'u_shaped', 'w_shaped', 'time_decay'].map((model) => ['attribution', model] as const),
  ['headline_win_rate', 'narrow'],
  ['headline_win_rate', 'broad'],
] as const;

/** Contacts with accounts from before the books were closed, the last of them too long ago for what is won later. */
export const firstContacts: readonly Deed[] = [1, 2, 3, 8, 9, 10].map((pick) => ({ does: 'touch', pick, other: 4 }));

/** A contact with a buyer, of now or of some time ago, of an opportunity or of an account. */
async function touch(place: Place, pick: number, other: number): Promise<void> {
  const { api, officer, accounts, sources } = place;
  const found = await oneOpportunity(place, 'TRUE', pick);
  const of = other % 4 === 0 || !found ? { accountId: chosen(accounts, pick) } : { opportunityId: found };
  const ago = chosen([0, 3, 40, 24 * 9, 24 * 30, 24 * 100, 24 * 300, 24 * 380], pick + other) * 3_600_000;
  await tried(
    officer.post('/touches', {
      ...of,
      ...(other % 3 === 0 ? { campaignId: chosen(campaigns, pick) } : { sourceId: chosen(sources, other) }),
      side: pick % 2 === 0 ? 'sales' : 'marketing',
      kind: chosen(['visit', 'form', 'email', 'event', 'call'], pick),
      ...(ago > 0 ? { at: new Date(api.clock.now().getTime() - ago).toISOString() } : {}),
    }),
  );
}

/** Ways of what is to close on a day: as planned, earlier, too late, or not at all. */
const ways: readonly (readonly string[])[] = [
  ['prospect', 'propose', 'implement'],
  ['propose', 'negotiate'],
  ['prospect', 'define_needs', 'lost'],
  ['prospect'],
  ['negotiate', 'implement', 'negotiate'],
  ['qualify', 'prospect', 'propose', 'lost', 'negotiate'],
  ['define_needs', 'negotiate', 'implement'],
];

async function due(place: Place, pick: number, other: number): Promise<void> {
  const { api, accounts, sources, today } = place;
  const floor = chosen(place.floors, pick + other);
  const way = chosen(ways, other);
  const pace = 1 + (pick % 20);
  const first = addDays(today, -(way.length * pace + ((other * 11) % 120)));
  let stage = 'prospect';
  const steps = way.map((word, turn) => {
    stage = word === 'lost' ? stage : word;
    const isOpen = word !== 'lost' && word !== 'implement';
    return {
      at: `${addDays(first, turn * pace)}T${chosen(['22:30', '08:00', '21:59'], pick + turn)}:00Z`,
      stage,
      ...(word === 'lost' ? { outcome: 'lost' as const } : {}),
      ...(isOpen ? { closeDate: addDays(first, way.length * pace + ((pick * 13) % 130) - 20) } : {}),
    };
  });
  await tellPast(place, {
    ownerId: pick % 2 === 0 ? floor.amy : floor.ben,
    teamId: floor.teamId,
    steps: steps.map((step, turn) => (turn === 0 ? { ...step, amountMinor: amountOf(pick, other) } : step)),
    accountId: pick % 7 === 0 ? null : chosen(accounts, other),
    sourceId: pick % 4 === 0 ? null : chosen(sources, other),
    campaignId: other % 4 === 0 ? null : chosen(campaigns, pick),
    productId: other % 5 === 0 ? null : chosen(products, pick + other),
    costMinor: other % 3 === 0 ? null : BigInt(other * 50 + pick),
    currency: chosen(['USD', 'USD', 'EUR', 'USD', 'CHF'], pick + other),
    bookingType: chosen(['new_business', 'expansion', 'renewal'] as const, pick),
    ...(pick % 5 === 0 ? { recordedAt: api.clock.now().toISOString() } : {}),
  });
}

/** Something in the thousands, and now and then in the billions. */
const amountOf = (pick: number, other: number): bigint =>
  BigInt(pick * 731 + other + 1) * (other % 9 === 0 ? 10_000_019n : 1n);

/** Somebody, or a part of it, shall reach a number. */
async function goal(place: Place, pick: number, other: number): Promise<void> {
  const { officer, floors, sources, marketing } = place;
  const usd = (minor: number) => ({ unit: 'money', money: { amountMinor: String(minor), currency: 'USD' } });
  const [key, value] = chosen(
    [
      ['net_revenue', usd(1_000 * (other + 1))],
      ['new_customers', { unit: 'count', count: 1 + (other % 3) }],
      ['win_rate', { unit: 'ratio', ratio: '0.5' }],
      ['acquisition_cost', usd(30 * (other + 1))],
      ['gross_profit_per_customer', usd(40 * (other + 1))],
      ['revenue_expense_ratio', { unit: 'ratio', ratio: '0.1' }],
      ['lost', { unit: 'count', count: 1 + (other % 3) }],
    ] as const,
    pick,
  );
  const [one, two] = floors;
  const slice = chosen(
    [
      null,
      { kind: 'team', id: one?.teamId ?? null },
      { kind: 'office', id: two?.officeId ?? null },
      { kind: 'source', id: chosen(sources, other) },
      { kind: 'person', id: one?.amy ?? null },
      { kind: 'source', id: null },
      { kind: 'team', id: marketing.teamId },
    ],
    other,
  );
  const period = chosen(['2027-Q3', '2026-10', '2026-11', '2026-12', '2027-Q2', '2027'], pick + other);
  const { targets } = (await officer.get(`/targets?period=${period}`)).body as { targets: TargetWire[] };
  const isSame = (target: TargetWire) =>
    target.figureKey === key && target.slice?.kind === slice?.kind && target.slice?.id === slice?.id;
  const version = targets.find(isSame)?.version;
  await tried(officer.put(`/targets/${key}/${period}`, { value, slice }, version ? { version } : {}));
}

async function oneOpportunity({ api }: Place, condition: string, pick: number): Promise<string | undefined> {
  const found = await api.database.query<{ readonly id: string }>(
    `SELECT id FROM opportunity WHERE ${condition} ORDER BY id`,
  );
  return found[pick % Math.max(1, found.length)]?.id;
}

async function tried(answer: Promise<Answer>): Promise<Answer> {
  const { status, body } = await answer;
  if (status >= 500) throw new Error(JSON.stringify(body));
  return answer;
}
