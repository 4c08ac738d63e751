import type { Database } from '@tandem/database';
import { date, newId, type Id } from '@tandem/kernel';
import { HistoryLoader, type Outcome } from '@tandem/opportunities';
import { OrganisationReader } from '@tandem/people';
import type { RunningApi } from '../support/start-api';

let count = 0;

/**
 * From when on what was true: `{ stage: 'propose', at: '2026-05-04T12:00:00Z' }`. What closes does so on the day of `at` unless said;
 * while open nobody knows when it will, unless said.
 */
export interface Step {
  readonly at: string;
  readonly stage?: string;
  readonly outcome?: Outcome;
  readonly closeDate?: string;
  readonly amountMinor?: bigint;
  readonly ownerId?: Id<'person'>;
  readonly teamId?: Id<'team'>;
  /** Nobody knows when; `at` is only when it was found out. */
  readonly inferred?: boolean;
}

interface Wishes {
  readonly ownerId: Id<'person'>;
  readonly teamId: Id<'team'>;
  readonly steps: readonly Step[];
  readonly accountId?: Id<'account'> | null;
  readonly sourceId?: Id<'source'> | null;
  readonly campaignId?: Id<'campaign'> | null;
  readonly productId?: Id<'product'> | null;
  readonly costMinor?: bigint | null;
  readonly currency?: string;
  readonly bookingType?: 'new_business' | 'expansion' | 'renewal';
  /** When all of it was learned, as by an import; without it, each step when it was true. */
  readonly recordedAt?: string;
}

/** An opportunity with a past: its moves and bookings are what the product itself would have written. */
export async function aHistory(
  api: RunningApi,
  { ownerId, teamId, steps, ...wishes }: Wishes,
): Promise<Id<'opportunity'>> {
  const {
    accountId = null,
    sourceId = null,
    campaignId = null,
    productId = null,
    costMinor = null,
    currency = 'USD',
    bookingType = 'new_business',
    recordedAt,
  } = wishes;
  const stages = await stagesOf(api.database);
  const { reportingCurrency, zone } = await api.app.get(OrganisationReader, { strict: false }).get();
  const loader = new HistoryLoader(api.database);
  const id = newId<'opportunity'>();
  let stage = 'prospect';
  let state = { amountMinor: 10_000n, ownerId, teamId };
  const states = steps.map(({ at, outcome, closeDate, inferred = false, ...step }) => {
    stage = step.stage ?? stage;
    const { amountMinor = state.amountMinor, ownerId: owner = state.ownerId, teamId: team = state.teamId } = step;
    state = { amountMinor, ownerId: owner, teamId: team };
    const entered = stages.get(stage);
    if (!entered) throw new Error(`no such stage: ${stage}`);
    const became: Outcome = outcome ?? (entered.class === 'won' ? 'won' : 'open');
    return {
      ...state,
      stageId: entered.id,
      outcome: became,
      currency,
      closeDate: closesOn(closeDate ?? (became === 'open' ? null : at.slice(0, 10))),
      probability: null,
      at: new Date(at),
      recordedAt: new Date(recordedAt ?? at),
      precision: inferred ? ('inferred' as const) : ('second' as const),
      origin: 'native' as const,
      actorId: null,
      reasonKey: became === 'lost' ? 'price' : null,
      note: null,
    };
  });
  await api.act(() =>
    api.database.write(async () =>
      loader.load(
        [
          {
            id,
            name: `Opportunity ${++count}`,
            accountId,
            contactId: null,
            productId,
            costMinor,
            bookingType,
            marketingOwnerId: null,
            marketingTeamId: null,
            sourceId,
            campaignId,
            nextStep: null,
            nextStepDate: null,
            states,
            handOffs: [],
          },
        ],
        await loader.books(reportingCurrency, zone),
      ),
    ),
  );
  return id;
}

const closesOn = (day: string | null) => (day === null ? null : date(day));

/** An opportunity of 100.00 that was opened and won on one day. */
export const aWonDeal = (
  api: RunningApi,
  on: string,
  wishes: Omit<Wishes, 'steps'> & { readonly amountMinor?: bigint },
): Promise<Id<'opportunity'>> =>
  aHistory(api, {
    ...wishes,
    steps: [
      {
        at: `${on}T09:00:00Z`,
        stage: 'prospect',
        ...(wishes.amountMinor === undefined ? {} : { amountMinor: wishes.amountMinor }),
      },
      { at: `${on}T15:00:00Z`, stage: 'implement' },
    ],
  });

async function stagesOf(database: Database) {
  const rows = await database.query<{ key: string; id: Id<'stage'>; class: 'open' | 'won' }>(
    'SELECT stage_key AS `key`, id, class FROM funnel_stage',
  );
  return new Map(rows.map((row) => [row.key, row]));
}
