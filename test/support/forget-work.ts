import type { Database } from '@tandem/database';

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
  'opportunity',
  'outbox_event',
  'audit_line',
];

/** Takes away meetings, mails and opportunities, so that the next story of a file begins with people alone. */
export const forgetWork = (database: Database): Promise<void> =>
  database.write(async () => {
    await database.run('SET FOREIGN_KEY_CHECKS = 0');
    for (const table of tables) await database.run(`DELETE FROM ${table}`);
    await database.run('SET FOREIGN_KEY_CHECKS = 1');
  });
