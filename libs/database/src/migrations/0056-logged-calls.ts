import { hasColumn, migration } from './migration';

/**
 * A call that somebody logs says how it went. It is work on an opportunity and not where that came from, so it may name no source. The way
 * back is refused while such a call is kept, because nothing could say any more what it was.
 */
export const loggedCalls = [
  migration(1763900005600, 'add_touch_outcome_', {
    up: `ALTER TABLE touch MODIFY COLUMN source_id BINARY(16) NULL,
      ADD COLUMN outcome ENUM('connected','no_answer','meeting_booked') NULL`,
    down: 'ALTER TABLE touch DROP COLUMN outcome, MODIFY COLUMN source_id BINARY(16) NOT NULL',
    unless: hasColumn('touch', 'outcome'),
  }),
];
