import { hasColumn, migration } from './migration';

/**
 * Where a meeting stands while it is held. The item has no foreign key: items refer to their agenda already, and a circle would keep both
 * from being removed.
 */
export const meetingProgress = [
  migration(1763900005500, 'add_meeting_progress_', {
    up: `ALTER TABLE agenda ADD COLUMN started_at DATETIME(3) NULL, ADD COLUMN present_item_id BINARY(16) NULL,
      ADD COLUMN section_since DATETIME(3) NULL,
      ADD CONSTRAINT agenda_progress CHECK ((started_at IS NULL) = (present_item_id IS NULL) AND (started_at IS NULL) = (section_since IS NULL))`,
    down: `ALTER TABLE agenda DROP CONSTRAINT agenda_progress, DROP COLUMN started_at, DROP COLUMN present_item_id,
      DROP COLUMN section_since`,
    unless: hasColumn('agenda', 'started_at'),
  }),
];
