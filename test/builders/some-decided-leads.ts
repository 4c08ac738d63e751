import type { Id } from '@tandem/kernel';
import type { RunningApi } from '../support/start-api';
import { aHistory } from './a-history';
import type { SalesFloor } from './a-sales-floor';

interface Wishes {
  /** The day they came to sales. */
  readonly on: string;
  readonly converted: number;
  readonly lost: number;
  readonly sourceId?: Id<'source'>;
}

/** How long a lead has to go on from `prospect` to `define_needs`. */
export const leadDays = 7;

/** Sets that window, which holds whatever past winners took. */
export const aLeadWindow = ({ database }: RunningApi): Promise<unknown> =>
  database.write(() =>
    database.run(
      `INSERT INTO conversion_window (from_stage_id, to_stage_id, days)
       SELECT f.id, t.id, ? FROM funnel_stage f JOIN funnel_stage t WHERE f.stage_key = 'prospect' AND t.stage_key = 'define_needs'`,
      [leadDays],
    ),
  );

/** Leads that came to sales on a day: some go on at once, the others never do. */
export async function someDecidedLeads(
  api: RunningApi,
  { teamId, amy }: SalesFloor,
  { on, converted, lost, sourceId }: Wishes,
): Promise<Id<'opportunity'>[]> {
  const came = { at: `${on}T09:00:00Z`, stage: 'prospect' };
  const went = { at: `${on}T15:00:00Z`, stage: 'define_needs' };
  const ids: Id<'opportunity'>[] = [];
  for (let number = 0; number < converted + lost; number++) {
    const steps = number < converted ? [came, went] : [came];
    ids.push(await aHistory(api, { teamId, ownerId: amy, steps, ...(sourceId ? { sourceId } : {}) }));
  }
  return ids.slice(converted);
}
