import type { Database } from '@tandem/database';
import type { History } from './history';

const tables: Readonly<Record<keyof History, string>> = {
  organisation: 'organisation',
  stages: 'funnel_stage',
  windows: 'conversion_window',
  calendars: 'working_calendar',
  contracts: 'hand_off_contract',
  teams: 'team',
  persons: 'person',
  accounts: 'account',
  merges: 'account_merge',
  choices: 'metric_choice',
  products: 'product',
  touches: 'touch',
  handOffs: 'hand_off',
  holidays: 'working_holiday',
  opportunities: 'opportunity',
  moves: 'opportunity_move',
  bookings: 'booking',
  restatements: 'booking_restatement',
  expenses: 'expense_line',
  quotas: 'quota',
  targets: 'target',
  rates: 'exchange_rate',
  snapshots: 'forecast_snapshot',
  audit: 'audit_line',
};

/** Every row there is. Nothing is chosen, joined or computed here; inside a snapshot all of it is of one moment. */
export async function readHistory(database: Database): Promise<History> {
  const history: Partial<Record<keyof History, readonly unknown[]>> = {};
  for (const [name, table] of Object.entries(tables) as [keyof History, string][]) {
    const rows = await database.query<Record<string, unknown>>(`SELECT * FROM ${table}`);
    history[name] = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [nameOf(column), valueOf(column, value)])),
    );
  }
  return history as unknown as History;
}

const nameOf = (column: string): string => column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function valueOf(column: string, value: unknown): unknown {
  if (value === null) return null;
  if (column.endsWith('_minor')) return BigInt(value as string | number);
  if (column.endsWith('_state') && typeof value === 'string') return JSON.parse(value) as unknown;
  return value;
}
