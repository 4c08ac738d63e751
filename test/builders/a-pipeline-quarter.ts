import type { Id } from '@tandem/kernel';
import { PeopleService } from '@tandem/people';
import type { RunningApi } from '../support/start-api';
import { aHistory, type Step } from './a-history';
import { aPerson } from './a-person';
import { aSalesFloor, type SalesFloor } from './a-sales-floor';
import { aTeam } from './a-team';
import { anExchangeRate } from './an-exchange-rate';

export interface PipelineQuarter {
  readonly north: SalesFloor;
  /** Another team of the same office. */
  readonly south: { readonly teamId: Id<'team'>; readonly ownerId: Id<'person'> };
  /** Asks for the quarter and the office. */
  readonly query: string;
}

export const noon = (day: string) => `${day}T04:00:00Z`;

/** Open from a day on at an amount, until it is expected to close. */
export const opened = (day: string, amountMinor: bigint, closeDate: string): Step => ({
  at: noon(day),
  amountMinor,
  closeDate,
});

/** Eleven deals around the second quarter of 2026, in dollars unless said; their lines are computed by hand below. */
export async function aPipelineQuarter(api: RunningApi): Promise<PipelineQuarter> {
  const { north, south, deal } = await aFloor(api);
  await deal([
    opened('2026-03-20', 10_000n, '2026-05-10'),
    { at: noon('2026-05-04'), stage: 'implement', amountMinor: 12_000n },
  ]);
  await deal([opened('2026-03-20', 20_000n, '2026-06-10'), opened('2026-06-01', 23_000n, '2026-08-15')]);
  await deal([opened('2026-04-15', 5_000n, '2026-06-20')]);
  await deal([opened('2026-03-20', 7_000n, '2026-05-15'), { at: noon('2026-05-10'), outcome: 'lost' }]);
  await deal([opened('2026-03-20', 3_000n, '2026-05-15'), { at: noon('2026-05-11'), outcome: 'cancelled' }]);
  await deal([opened('2026-03-20', 8_000n, '2026-06-15'), { ...opened('2026-05-12', 8_000n, '2026-06-15'), ...south }]);
  await deal([opened('2026-03-20', 10_000n, '2026-06-15')], { currency: 'EUR' });
  await deal([opened('2026-03-20', 5_000n, '2026-06-15')], { currency: 'JPY' });
  await deal([opened('2026-03-20', 4_000n, '2026-08-01'), opened('2026-05-20', 4_000n, '2026-06-25')]);
  await deal([
    opened('2026-02-01', 6_000n, '2026-03-10'),
    { at: noon('2026-03-10'), outcome: 'lost' },
    { ...opened('2026-04-20', 6_000n, '2026-06-28'), outcome: 'open' },
  ]);
  await deal([opened('2026-03-20', 20_000n, '2026-05-15'), { at: noon('2026-05-06'), stage: 'implement' }], {
    currency: 'EUR',
  });
  return { north, south, query: `period=2026-Q2&officeId=${north.officeId}` };
}

async function aFloor(api: RunningApi) {
  const north = await aSalesFloor(api);
  const teamId = await aTeam(api.database, { officeId: north.officeId });
  const { id: ownerId } = await aPerson(api.app.get(PeopleService, { strict: false }), { teamId });
  for (const [date, rate] of [
    ['2026-03-01', '1.1'],
    ['2026-05-01', '1.2'],
    ['2026-06-30', '1.25'],
  ] as const) {
    await anExchangeRate(api.database, { from: 'EUR', to: 'USD', date, rate });
  }
  const deal = (steps: readonly Step[], wishes: object = {}) =>
    aHistory(api, { teamId: north.teamId, ownerId: north.amy, steps, ...wishes });
  return { north, south: { teamId, ownerId }, deal };
}
