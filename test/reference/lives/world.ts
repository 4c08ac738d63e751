import { bin, type Database } from '@tandem/database';
import { newId, type Id, type PlainDate } from '@tandem/kernel';
import { PeopleService } from '@tandem/people';
import { aPerson } from '../../builders/a-person';
import { aSalesFloor, type SalesFloor } from '../../builders/a-sales-floor';
import { aSource } from '../../builders/a-source';
import { anExchangeRate } from '../../builders/an-exchange-rate';
import { stageIds } from '../../builders/an-opportunity';
import { aTeam } from '../../builders/a-team';
import type { RunningApi, SignedInClient } from '../../support/start-api';
import type { Scope } from '../books/book';
import { aFlowWorld } from './flow-world';
import { offer } from './offers';

/** Where lives are lived: people of several places, sources, what both sides agreed on. */
export interface World {
  readonly api: RunningApi;
  /** May do everything. */
  readonly officer: SignedInClient;
  readonly floors: readonly SalesFloor[];
  /** Somebody of each floor who may do everything. */
  readonly helpers: readonly SignedInClient[];
  readonly marketing: { readonly teamId: Id<'team'>; readonly marketer: Id<'person'> };
  readonly sources: readonly Id<'source'>[];
  readonly stages: Readonly<Record<string, string>>;
  /** Whether everything is sold in the reporting currency. */
  readonly isInDollars: boolean;
}

/** The world on one day of one life. */
export interface Place extends World {
  readonly accounts: readonly Id<'account'>[];
  readonly today: PlainDate;
}

/** Two sales floors in two offices and marketing without one; a joiner, a leaver, a rate for one currency and none for another. */
export async function aWorld(api: RunningApi): Promise<World> {
  const { database } = api;
  const officer = await api.as('revenue_officer');
  const floors = [await aSalesFloor(api), await aSalesFloor(api)];
  const teamId = await aTeam(database, { side: 'marketing' });
  const marketer = await aPerson(api.app.get(PeopleService, { strict: false }), { role: 'marketer', teamId });
  await anExchangeRate(database, { from: 'EUR', to: 'USD', date: '2026-01-01', rate: '1.1' });
  const stages = await stageIds(officer);
  const [, second] = floors;
  if (second) await worksFrom(database, second.ben, '2026-11-16', null);
  if (second) await worksFrom(database, second.amy, null, '2026-11-30');
  await agree(database, stages);
  const sources = [await aSource(database), await aSource(database)];
  await offer(database, sources);
  return {
    api,
    officer,
    floors,
    helpers: await aFlowWorld(api, floors),
    marketing: { teamId, marketer: marketer.id },
    sources,
    stages,
    isInDollars: false,
  };
}

/** Everything a question can be narrowed to here. */
export function scopesOf({ floors, marketing, sources }: World): Scope[] {
  const [one, other] = floors;
  const [source = null] = sources;
  return [
    {},
    { teamId: one?.teamId ?? null },
    { teamId: marketing.teamId },
    { officeId: other?.officeId ?? null },
    { officeId: null },
    { personId: one?.amy ?? null },
    { personId: other?.ben ?? null },
    { personId: null },
    { sourceId: source },
    { sourceId: null },
    { teamId: other?.teamId ?? null, sourceId: source },
    { officeId: one?.officeId ?? null, personId: one?.ben ?? null },
  ];
}

const worksFrom = (database: Database, person: Id<'person'>, joinedOn: string | null, leftOn: string | null) =>
  database.write(() =>
    database.run('UPDATE person SET joined_on = ?, left_on = ? WHERE id = ?', [joinedOn, leftOn, bin(person)]),
  );

/** A window of ten days for one step, and from 25 October on another meaning of a new customer. */
async function agree(database: Database, stages: World['stages']): Promise<void> {
  const [from, to] = [stages['prospect'] ?? '', stages['define_needs'] ?? ''];
  await database.write(async () => {
    await database.run('INSERT INTO conversion_window (from_stage_id, to_stage_id, days) VALUES (?, ?, 10)', [
      bin(from),
      bin(to),
    ]);
    await database.run(
      `INSERT INTO hand_off_contract (id, revision, valid_from, response_minutes, expiry_days, rejection_reasons, new_customer_variant,
         win_back_months)
       SELECT ?, 2, ?, response_minutes, expiry_days, rejection_reasons, 'connected_new', 1 FROM hand_off_contract WHERE revision = 1`,
      [bin(newId<'hand_off_contract'>()), new Date('2026-10-25T10:00:00Z')],
    );
  });
}
