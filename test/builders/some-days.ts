import fc from 'fast-check';
import type { OpportunityWire, TargetWire } from '@tandem/contracts';
import { addDays, money, type Id, type PlainDate } from '@tandem/kernel';
import { SpendService } from '@tandem/spend';
import { TargetsService } from '@tandem/targets';
import type { Answer } from '../support/client';
import type { RunningApi, SignedInClient } from '../support/start-api';
import type { SalesFloor } from './a-sales-floor';
import { adjusted, changed, locked, merged, rated, redated, restated, withdrawn } from './later-knowledge';

/** What somebody does, with numbers that pick whom it is done to and how much. */
export const deed = fc.record({
  does: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('open', 'move', 'backdate', 'win', 'win') },
    { weight: 3, arbitrary: fc.constantFrom('lose', 'reopen', 'own', 'belong', 'expense', 'quota', 'target', 'rate') },
    { weight: 3, arbitrary: fc.constantFrom('redate', 'redate', 'withdraw', 'withdraw', 'cancel') },
    { weight: 3, arbitrary: fc.constantFrom('adjust', 'adjust', 'credit', 'merge', 'restate') },
  ),
  pick: fc.nat(99),
  other: fc.nat(99),
});

export interface Deed {
  readonly does: string;
  readonly pick: number;
  readonly other: number;
}

/** Where it is done: a running product, somebody who may do all of it, and what there is to point at. */
export interface Scene {
  readonly api: RunningApi;
  readonly officer: SignedInClient;
  readonly stages: Readonly<Record<string, string>>;
  readonly floor: SalesFloor;
  readonly accounts: readonly Id<'account'>[];
  readonly sources: readonly Id<'source'>[];
  readonly today: PlainDate;
}

const openStages = ['prospect', 'define_needs', 'propose', 'negotiate'];
const wonStages = ['implement', 'retain'];

/** The period somebody sets quotas and targets for. */
export const committedPeriod = '2027-Q3';

export const chosen = <One>(all: readonly One[], pick: number): One => {
  const found = all[pick % all.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};

/** Does it to whatever it can be done to; nothing happens where there is nothing. */
export async function perform(scene: Scene, one: Deed): Promise<void> {
  const general = deedsInGeneral(scene, one)[one.does];
  if (general) return void (await general());
  const fitting = await scene.api.database.query<{ id: Id<'opportunity'>; lastSeq: number }>(
    `SELECT o.id, o.last_seq AS lastSeq FROM opportunity o WHERE ${needs[one.does] ?? 'last_seq > 1'} ORDER BY o.id`,
  );
  const found = fitting[one.pick % Math.max(1, fitting.length)];
  if (found) await deedsTo(found, scene, one)[one.does]?.();
}

const open = "o.outcome = 'open'";
const booked = 'EXISTS (SELECT 1 FROM booking b WHERE b.opportunity_id = o.id)';
const needs: Readonly<Record<string, string>> = {
  move: open,
  backdate: open,
  win: open,
  lose: open,
  own: open,
  belong: open,
  cancel: open,
  adjust: booked,
  credit: booked,
  reopen: "o.outcome <> 'open'",
};

type Doing = Readonly<Record<string, () => Promise<unknown>>>;

/** What the product refuses is refused; nothing may fail. */
async function tried(answer: Promise<Answer>): Promise<void> {
  const { status, body } = await answer;
  if (status >= 500) throw new Error(JSON.stringify(body));
}

function deedsInGeneral(
  { api, officer, stages, floor, accounts, sources, today }: Scene,
  { pick, other }: Deed,
): Doing {
  const owner = pick % 2 === 0 ? floor.amy : floor.ben;
  const usd = (minor: number) => money(BigInt(minor), 'USD');
  const rate = `1.${10 + (other % 80)}`;
  return {
    open: () =>
      tried(
        officer.post('/opportunities', {
          name: `Opportunity ${pick} ${other}`,
          stageId: stages[chosen(openStages, pick)],
          amount: { amountMinor: String((other + 1) * 100), currency: other % 3 === 0 ? 'EUR' : 'USD' },
          accountId: chosen(accounts, pick),
          sourceId: chosen(sources, other),
          ownerId: owner,
        }),
      ),
    expense: () => {
      const side = pick % 2 === 0 ? ('sales' as const) : ('marketing' as const);
      const line = { date: addDays(today, -(other % 3)), side, category: 'people' as const, amount: usd(other + 1) };
      return api.act(() => api.app.get(SpendService, { strict: false }).record({ ...line, teamId: floor.teamId }));
    },
    quota: () => {
      const holder = pick % 2 === 0 ? { teamId: floor.teamId, personId: null } : { teamId: null, personId: owner };
      const quota = { periodKey: committedPeriod, ...holder, amount: usd(1_000 * (other + 1)) };
      return api.act(() => api.app.get(TargetsService, { strict: false }).setQuota(quota));
    },
    target: async () => {
      const { targets } = (await officer.get(`/targets?period=${committedPeriod}`)).body as { targets: TargetWire[] };
      const version = targets.find(({ figureKey }) => figureKey === 'net_revenue')?.version;
      const value = { unit: 'money', money: { amountMinor: String(1_000 * (pick + 1)), currency: 'USD' } };
      const path = `/targets/net_revenue/${committedPeriod}`;
      await tried(officer.put(path, { value }, version ? { version } : {}));
    },
    rate: () => tried(rated(officer, 'EUR', addDays(today, -30 - (pick % 3)), rate)),
    lock: () => tried(locked(officer, addDays(today, -(9 + (pick % 9))))),
    merge: () => tried(merged(officer, chosen(accounts, pick), chosen(accounts, other))),
    restate: () => tried(restated(officer, 'EUR', addDays(today, -(pick % 9)), rate)),
  };
}

function deedsTo(
  { id, lastSeq }: { readonly id: Id<'opportunity'>; readonly lastSeq: number },
  { api, officer, stages, floor, accounts, sources, today }: Scene,
  { pick, other }: Deed,
): Doing {
  const say = (path: string, body: object) => tried(changed(officer, id, path, body));
  const edit = async (patch: (now: OpportunityWire) => object) => {
    const now = (await officer.get(`/opportunities/${id}`)).body as OpportunityWire;
    await tried(officer.patch(`/opportunities/${id}`, patch(now), { version: now.version }));
  };
  const toStageId = stages[chosen(openStages, other)];
  const before = (hours: number) => new Date(api.clock.now().getTime() - hours * 1_800_000).toISOString();
  const row = 1 + (other % Math.max(1, lastSeq));
  return {
    move: () => say('/moves', { toStageId }),
    backdate: () => say('/moves', { toStageId, at: before(pick % 20) }),
    win: () =>
      say('/moves', {
        toStageId: stages[chosen(wonStages, other)],
        closeDate: addDays(today, -(other % 6)),
        ...(pick % 3 === 0 ? { at: before(pick) } : {}),
      }),
    lose: () => say('/loss', { reason: 'price', closeDate: addDays(today, -(other % 2)) }),
    cancel: () => say('/cancellation', { note: 'twice' }),
    reopen: () =>
      say('/reopening', {
        toStageId: stages.negotiate,
        note: 'again',
        ...(other % 2 === 0 ? { at: before(pick) } : {}),
      }),
    own: () =>
      edit(({ amount }) =>
        other % 2 === 0
          ? { ownerId: pick % 4 < 2 ? floor.amy : floor.ben }
          : { amount: { amountMinor: String(other * 70), currency: amount?.currency ?? 'USD' } },
      ),
    belong: () => edit(() => ({ sourceId: chosen(sources, other), accountId: chosen(accounts, other) })),
    redate: () => tried(redated(officer, id, row, before(other))),
    withdraw: () => tried(withdrawn(officer, id)),
    adjust: () => tried(adjusted(officer, id, String(other * 3 - 90), addDays(today, -(10 + (pick % 20))))),
    credit: () =>
      say('/credits', {
        amount: { amountMinor: String(other % 2 === 0 ? 100 : 20 * (other + 1)), currency: 'USD' },
        note: 'a refund',
      }),
  };
}
