import mysql from 'mysql2/promise';
import { addressOf } from '@tandem/database';
import { testOwnerUrl } from './servers';

const tables = [
  'delivery',
  'meeting_action',
  'agenda_item',
  'agenda',
  'meeting_member',
  'meeting_series',
  'booking',
  'hand_off',
  'opportunity_move',
  'fact_ledger',
  'ledger_part',
  'fact_tail',
  'folded_opportunity',
  'rollup_sales',
  'rollup_entry',
  'rollup_conversion',
  'rollup_stay',
  'rollup_pipeline',
  'rollup_waterfall',
  'customer_tail',
  'folded_customer',
  'rollup_customer',
  'opportunity',
  'outbox_event',
  'audit_line',
  'audit_seal',
];

/** Takes away meetings, mails and opportunities (and the rows of other tables), so that the next story of a file begins with people alone. */
export async function forgetWork(others: readonly string[] = []): Promise<void> {
  const { socketPath, host, port, username, password, database } = addressOf(testOwnerUrl());
  const owner = await mysql.createConnection({ socketPath, host, port, user: username, password, database });
  await owner.query('SET FOREIGN_KEY_CHECKS = 0');
  for (const table of [...others, ...tables]) await owner.query(`DELETE FROM ${table}`);
  await owner.end();
}
