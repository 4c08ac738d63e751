import { hashOfMoveSql } from '../canonical/canonical-move';
import { conversion, hasColumn, migration } from './migration';

/**
 * The log of an opportunity lies together and in order on disk, each row sealed by a hash over itself and the row before,
 * and a row may correct an earlier one: give it another date, or take it back.
 */
export const logChain = [
  migration(1763900002000, 'chain_opportunity_move_', {
    up: `ALTER TABLE opportunity_move
      ADD COLUMN correction ENUM('redate','withdraw') NULL,
      ADD COLUMN corrects_seq INT UNSIGNED NULL,
      ADD COLUMN hash BINARY(32) NOT NULL,
      ADD UNIQUE KEY opportunity_move_id (id),
      DROP PRIMARY KEY,
      DROP KEY opportunity_move_seq,
      ADD PRIMARY KEY (opportunity_id, seq),
      ADD KEY opportunity_move_corrects (corrects_seq, opportunity_id),
      ADD CONSTRAINT opportunity_move_correction CHECK ((correction IS NULL) = (corrects_seq IS NULL))`,
    down: `ALTER TABLE opportunity_move
      DROP PRIMARY KEY,
      ADD PRIMARY KEY (id),
      ADD UNIQUE KEY opportunity_move_seq (opportunity_id, seq),
      DROP KEY opportunity_move_id,
      DROP KEY opportunity_move_corrects,
      DROP CONSTRAINT opportunity_move_correction,
      DROP COLUMN correction,
      DROP COLUMN corrects_seq,
      DROP COLUMN hash`,
    unless: hasColumn('opportunity_move', 'hash'),
  }),

  migration(1763900002001, 'chain_opportunity_', {
    up: 'ALTER TABLE opportunity ADD COLUMN log_hash BINARY(32) NOT NULL',
    down: 'ALTER TABLE opportunity DROP COLUMN log_hash',
    unless: hasColumn('opportunity', 'log_hash'),
  }),

  conversion(1763900002002, 'chain_old_moves_', async (runner) => {
    for (let seq = 1; ; seq++) {
      const { affectedRows } = (await runner.query(
        `UPDATE opportunity_move m LEFT JOIN opportunity_move p ON p.opportunity_id = m.opportunity_id AND p.seq = m.seq - 1
         SET m.hash = ${hashOfMoveSql('m', 'p.hash')} WHERE m.seq = ${seq}`,
      )) as { affectedRows: number };
      if (affectedRows === 0) break;
    }
    await runner.query(
      'UPDATE opportunity o JOIN opportunity_move m ON m.opportunity_id = o.id AND m.seq = o.last_seq SET o.log_hash = m.hash',
    );
  }),
];
