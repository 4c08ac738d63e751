import { bin, type Database, type Parameter } from '@tandem/database';
import { FunnelReader } from '@tandem/funnel';
import { newId, type Id } from '@tandem/kernel';
import type { SalesFloor } from '../../builders/a-sales-floor';
import type { RunningApi, SignedInClient } from '../../support/start-api';

/** What the figures of flow need beside people and offers: working calendars, and stages that learn what is stale. */
export async function aFlowWorld(api: RunningApi, floors: readonly SalesFloor[]): Promise<readonly SignedInClient[]> {
  const { database } = api;
  await put(database, `UPDATE funnel_stage SET stale_days = NULL WHERE stage_key IN ('negotiate', 'propose')`, []);
  api.app.get(FunnelReader, { strict: false }).forget();
  const [, second] = floors;
  if (second) await worksBy(database, second.teamId);
  return Promise.all(floors.map(({ teamId }) => api.as('revenue_officer', { teamId })));
}

/** Mornings in Taipei, from Sunday to Thursday, but not on 26 October. */
async function worksBy(database: Database, teamId: Id<'team'>): Promise<void> {
  const id = newId<'working_calendar'>();
  await put(
    database,
    `INSERT INTO working_calendar (id, name, zone, opens, closes, weekdays) VALUES (?, 'Mornings', 'Asia/Taipei', '07:30', '12:00', ?)`,
    [bin(id), 0b100_1111],
  );
  await put(database, 'INSERT INTO working_holiday (calendar_id, holiday) VALUES (?, ?)', [bin(id), '2026-10-26']);
  await put(database, 'UPDATE team SET calendar_id = ? WHERE id = ?', [bin(id), bin(teamId)]);
}

const put = (database: Database, sql: string, parameters: readonly Parameter[]) =>
  database.write(() => database.run(sql, parameters));
