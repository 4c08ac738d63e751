import { bin, type Database } from '@tandem/database';
import { newId, type Id } from '@tandem/kernel';

/** Tables whose rows tell that something was done; their ids grow with time. */
const tables = [
  'account',
  'account_merge',
  'agenda_item',
  'audit_line',
  'booking',
  'delivery',
  'hand_off',
  'import_run',
  'meeting_action',
  'metric_choice',
  'opportunity',
  'opportunity_move',
  'outbox_event',
  'period_lock',
  'person',
  'quota',
  'saved_view',
  'target',
  'touch',
  'verification_run',
  'webhook_endpoint',
];

/** What grows with time in each of them. */
const keys = new Map([...tables.map((table) => [table, 'id'] as const), ['webhook_delivery', 'event_id'] as const]);

export type Mark = Id<'mark'>;
export type Effects = Readonly<Record<string, number>>;

/** Whatever is written from now on has a later id. */
export const mark = (): Mark => newId<'mark'>();

/** How many rows came into each table since a mark; those that got none are left out. */
export async function effectsSince(database: Database, since: Mark): Promise<Effects> {
  const counted = await database.query<{ name: string; count: string }>(
    [...keys]
      .map(([table, key]) => `SELECT '${table}' AS name, COUNT(*) AS count FROM ${table} WHERE ${key} > ?`)
      .join(' UNION ALL '),
    [...keys].map(() => bin(since)),
  );
  return Object.fromEntries(
    counted.filter(({ count }) => Number(count) > 0).map(({ name, count }) => [name, Number(count)]),
  );
}
