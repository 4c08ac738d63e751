import type { HandOffWire, OpportunityWire, TargetWire } from '@tandem/contracts';
import { addDays, money, type Id } from '@tandem/kernel';
import { HistoryUndo } from '@tandem/opportunities';
import { SpendService } from '@tandem/spend';
import { TargetsService } from '@tandem/targets';
import type { Step } from '../../builders/a-history';
import { rated } from '../../builders/later-knowledge';
import { chosen, type Deed } from '../../builders/some-days';
import type { Answer } from '../../support/client';
import { expectingDeeds, expectingDoings } from './expecting-deeds';
import { tellPast } from './tell-past';
import type { Place } from './world';

/** What somebody does beside the deeds of some days. */
export const furtherDeeds = [
  'past',
  'past',
  'unmake',
  'abroad',
  'lead',
  'hand',
  'price',
  'spend',
  'commit',
  'aim',
  'plan',
  ...expectingDeeds,
] as const;

type Doing = () => Promise<unknown>;

export function furtherDoings(place: Place, deed: Deed): Readonly<Record<string, Doing>> {
  const { pick, other } = deed;
  const { api, officer, stages, sources, accounts, today, marketing } = place;
  const floor = chosen(place.floors, pick + other);
  const person = pick % 2 === 0 ? floor.amy : floor.ben;
  const currency = chosen(['USD', 'EUR', 'CHF'], other);
  const amount = { amountMinor: String((pick * 97 + other) * 10), currency };
  return {
    past: () => pastOf(place, { pick, other, does: 'past' }),
    unmake: () => unmake(place, pick),
    abroad: () =>
      tried(
        officer.post('/opportunities', {
          name: `Abroad ${pick} ${other}`,
          stageId: stages[chosen(['prospect', 'propose'], other)],
          amount: { ...amount, currency: 'CHF' },
          accountId: pick % 3 === 0 ? null : chosen(accounts, other),
          sourceId: pick % 2 === 0 ? null : chosen(sources, other),
          ownerId: person,
          bookingType: chosen(['renewal', 'new_business', 'expansion'], pick),
        }),
      ),
    lead: () =>
      tried(
        officer.post('/opportunities', {
          name: `Lead ${pick} ${other}`,
          stageId: stages[chosen(['reach', 'engage', 'qualify'], other)],
          amount: other % 2 === 0 ? null : amount,
          accountId: chosen(accounts, pick),
          sourceId: chosen(sources, pick),
          ownerId: marketing.marketer,
        }),
      ),
    hand: () => handOver(place, pick, floor),
    price: async () => {
      const found = await one(place, "o.outcome = 'open'", pick);
      if (!found) return;
      const cost = other % 4 === 0 ? null : { amountMinor: String(other * 40), currency: found.currency };
      const priced = other % 7 === 0 ? { cost: null, amount: null } : { cost };
      const { version } = (await officer.get(`/opportunities/${found.id}`)).body as OpportunityWire;
      await tried(officer.patch(`/opportunities/${found.id}`, priced, { version }));
    },
    spend: () =>
      api.act(() =>
        api.app.get(SpendService, { strict: false }).record({
          date: addDays(today, -(other % 9)),
          side: pick % 2 === 0 ? 'marketing' : 'sales',
          category: 'people',
          amount: money(BigInt(pick * 30 + 1), currency),
          teamId: chosen([null, floor.teamId, marketing.teamId], other),
          sourceId: chosen([null, null, ...sources], pick),
        }),
      ),
    commit: async () => {
      const holder = pick % 3 === 0 ? { teamId: floor.teamId, personId: null } : { teamId: null, personId: person };
      const quota = { ...holder, amount: money(BigInt(pick % 10) * 5_000n, 'USD') };
      const targets = api.app.get(TargetsService, { strict: false });
      for (const periodKey of chosen(committed, other)) await api.act(() => targets.setQuota({ ...quota, periodKey }));
    },
    aim: () => aimAt(place, pick, other),
    plan: () =>
      tried(rated(officer, 'EUR', chosen(['2026-07-01', '2026-10-01', '2026-10-25'], pick), `1.${10 + other}`)),
    ...expectingDoings(place, deed),
  };
}

/** Takes back all of what was told at once, as an import that is taken back does; nothing of it may have been worked on. */
async function unmake({ api }: Place, pick: number): Promise<void> {
  const found = await api.database.query<{ readonly id: Id<'opportunity'>; readonly version: number }>(
    `SELECT o.id, o.version FROM opportunity o WHERE o.undone_at IS NULL AND NOT EXISTS (SELECT 1 FROM audit_line a
       WHERE a.object_kind = 'opportunity' AND a.object_id = o.id) ORDER BY o.id`,
  );
  const one = found[pick % Math.max(1, found.length)];
  if (!one) return;
  const part = { id: one.id, seqBefore: 0, versionAfter: one.version, before: null };
  await api.act(() => api.database.write(() => api.app.get(HistoryUndo, { strict: false }).takeBack(part)));
}

/** Both sides shall reach something, in a quarter or in its months. */
async function aimAt({ officer }: Place, pick: number, other: number): Promise<void> {
  const [key, value] = chosen(
    [
      ['closings', { unit: 'count', count: 1 + (other % 4) }],
      ['lost', { unit: 'count', count: 1 + (other % 3) }],
      ['win_rate', { unit: 'ratio', ratio: '0.4' }],
      ['sales_expense_ratio', { unit: 'ratio', ratio: '0.05' }],
      ['quota_attainment', { unit: 'ratio', ratio: '0.9' }],
      ['net_revenue', { unit: 'money', money: { amountMinor: String(other * 1_000), currency: 'USD' } }],
    ] as const,
    pick,
  );
  const period = chosen(['2027-Q3', '2026-10', '2026-11', '2026-12', '2027-Q2'], other);
  const { targets } = (await officer.get(`/targets?period=${period}`)).body as { targets: TargetWire[] };
  const version = targets.find(({ figureKey }) => figureKey === key)?.version;
  await tried(officer.put(`/targets/${key}/${period}`, { value }, version ? { version } : {}));
}

/** Quotas of a quarter, of its months, and of pieces that do not all fit together. */
const committed: readonly (readonly string[])[] = [
  ['2027-Q3'],
  ['2026-10', '2026-11', '2026-12'],
  ['2026-10-01..2026-11-15', '2026-11-16..2026-12-31'],
  ['2026-10-01..2026-11-15', '2026-10', '2026-11-01..2026-12-31'],
  ['2027-Q4', '2026-10'],
];

async function tried(answer: Promise<Answer>): Promise<Answer> {
  const { status, body } = await answer;
  if (status >= 500) throw new Error(JSON.stringify(body));
  return answer;
}

async function one({ api }: Place, condition: string, pick: number) {
  const found = await api.database.query<{ readonly id: Id<'opportunity'>; readonly currency: string }>(
    `SELECT o.id, o.currency FROM opportunity o WHERE ${condition} ORDER BY o.id`,
  );
  return found[pick % Math.max(1, found.length)];
}

/** Marketing offers what it has to a sales team, whose people take it. */
async function handOver(place: Place, pick: number, floor: Place['floors'][number]): Promise<void> {
  const { officer, marketing, stages } = place;
  const found = await one(place, `o.outcome = 'open' AND HEX(o.owner_id) = '${plain(marketing.marketer)}'`, pick);
  if (!found) return;
  const look = async () => (await officer.get(`/opportunities/${found.id}`)).body as OpportunityWire;
  const { version } = await look();
  await tried(officer.post(`/opportunities/${found.id}/moves`, { toStageId: stages['qualify'] }, { version }));
  const now = await look();
  const offer = await tried(
    officer.post(`/opportunities/${found.id}/hand-offs`, { toTeamId: floor.teamId }, { version: now.version }),
  );
  if (offer.status !== 201) return;
  const { id, version: offered } = offer.body as HandOffWire;
  await tried(officer.post(`/hand-offs/${id}/acceptance`, { ownerId: floor.ben }, { version: offered }));
}

const plain = (id: string): string => id.replaceAll('-', '').toUpperCase();

/** Ways through the funnel that are told all at once, as an import tells them. */
const ways: readonly (readonly string[])[] = [
  ['reach', 'qualify', 'prospect', 'propose', 'implement'],
  ['prospect', 'negotiate'],
  ['propose', 'prospect', 'propose', 'implement'],
  ['implement'],
  ['engage', 'qualify'],
  ['prospect', 'define_needs', 'lost'],
  ['define_needs', 'implement', 'retain'],
  ['prospect', 'implement', 'negotiate', 'implement'],
  ['propose', 'lost', 'propose', 'lost'],
  ['negotiate', 'implement', 'negotiate'],
  ['prospect', 'define_needs', 'propose', 'negotiate', 'implement', 'refer'],
  ['negotiate', 'implement', 'implement'],
];

/** An opportunity with a past that is learned of now, or was known all along. */
export async function pastOf(place: Place, { pick, other }: Deed): Promise<void> {
  const { api, accounts, sources, today } = place;
  const floor = chosen(place.floors, pick);
  const way = chosen(ways, other);
  const first = addDays(today, -(way.length * 9 + ((pick * 7) % 150)));
  let stage = 'prospect';
  const steps = way.map((word, place): Step => {
    const at = `${addDays(first, place * (1 + (pick % 9)))}T${chosen(['22:30', '23:30', '09:00', '21:59'], pick + place)}:0${place}Z`;
    stage = word === 'lost' ? stage : word;
    return {
      at,
      stage,
      ...(word === 'lost' ? { outcome: 'lost' as const } : {}),
      // Stays closed since the day it was closed on; a way that wins twice tells another day and another amount.
      ...(stage === 'retain' || stage === 'refer' ? { closeDate: addDays(first, (place - 1) * (1 + (pick % 9))) } : {}),
      ...(place > 0 && way.at(place - 1) === word ? { amountMinor: 7_000n } : {}),
      ...(place === 1 && pick % 3 === 0 ? { ownerId: floor.ben } : {}),
      ...(place === 0 && pick % 5 === 0 ? { inferred: true } : {}),
    };
  });
  await tellPast(place, {
    ownerId: pick % 2 === 0 ? floor.amy : floor.ben,
    teamId: floor.teamId,
    steps,
    accountId: pick % 4 === 0 ? null : chosen(accounts, other),
    sourceId: pick % 3 === 0 ? null : chosen(sources, other),
    costMinor: other % 3 === 0 ? null : BigInt(other * 50),
    currency: chosen(['USD', 'USD', 'EUR', 'CHF'], pick + other),
    bookingType: other % 4 === 0 ? 'renewal' : 'new_business',
    ...(pick % 2 === 0 ? { recordedAt: api.clock.now().toISOString() } : {}),
  });
}
