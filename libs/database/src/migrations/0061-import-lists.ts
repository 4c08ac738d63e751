import { hasColumn, hasIndex, key, migration } from './migration';

/**
 * A run of a list of opportunities keeps how it was read, and an import may be paused. The way back is refused while one is paused,
 * because nothing could say any more where it stands.
 */
export const importLists = [
  migration(1763900006100, 'add_import_run_mapping_', {
    up: `ALTER TABLE import_run MODIFY COLUMN state ENUM('waiting','running','paused','done','failed') NOT NULL,
      ADD COLUMN mapping JSON NULL, ADD COLUMN header_key ${key(64)} NULL`,
    down: `ALTER TABLE import_run DROP COLUMN header_key, DROP COLUMN mapping,
      MODIFY COLUMN state ENUM('waiting','running','done','failed') NOT NULL`,
    unless: hasColumn('import_run', 'header_key'),
  }),
  migration(1763900006101, 'add_import_run_header_key_', {
    up: 'ALTER TABLE import_run ADD KEY import_run_header (header_key, started_at)',
    down: 'ALTER TABLE import_run DROP KEY import_run_header',
    unless: hasIndex('import_run', 'import_run_header'),
  }),
];
