import { hasColumn, key, migration, tables } from './migration';

/**
 * What an import did to each opportunity, so that it can be taken back: how many rows its log had before and which version it was left
 * at, and, of one that was here already, what the log does not follow. A run says whether it is being taken back, and an opportunity
 * whose import was, since when it counts nowhere.
 */
export const importEffects = [
  ...tables(1763900006300, {
    import_effect: `
      run_id BINARY(16) NOT NULL,
      opportunity_id BINARY(16) NOT NULL,
      external_id VARBINARY(190) NOT NULL,
      seq_before INT UNSIGNED NOT NULL,
      version_before INT UNSIGNED NOT NULL,
      version_after INT UNSIGNED NOT NULL,
      kept_before JSON NULL,
      fate ENUM('stands','undone','kept') NOT NULL,
      kept_because ${key(40)} NULL,
      PRIMARY KEY (run_id, opportunity_id),
      KEY import_effect_fate (run_id, fate, opportunity_id),
      KEY import_effect_opportunity (opportunity_id),
      CONSTRAINT import_effect_of_what_was CHECK ((version_before = 0) = (kept_before IS NULL)),
      CONSTRAINT import_effect_run_fk FOREIGN KEY (run_id) REFERENCES import_run (id),
      CONSTRAINT import_effect_opportunity_fk FOREIGN KEY (opportunity_id) REFERENCES opportunity (id)`,
  }),
  migration(1763900006301, 'add_import_run_undo_', {
    up: `ALTER TABLE import_run
      ADD COLUMN phase ENUM('import','undo') NOT NULL DEFAULT 'import',
      ADD COLUMN undo_total INT UNSIGNED NOT NULL DEFAULT 0,
      ADD COLUMN undo_done INT UNSIGNED NOT NULL DEFAULT 0,
      ADD COLUMN undo_kept INT UNSIGNED NOT NULL DEFAULT 0`,
    down: 'ALTER TABLE import_run DROP COLUMN phase, DROP COLUMN undo_total, DROP COLUMN undo_done, DROP COLUMN undo_kept',
    unless: hasColumn('import_run', 'undo_kept'),
  }),
  migration(1763900006302, 'add_opportunity_undone_at_', {
    up: 'ALTER TABLE opportunity ADD COLUMN undone_at DATETIME(3) NULL',
    down: 'ALTER TABLE opportunity DROP COLUMN undone_at',
    unless: hasColumn('opportunity', 'undone_at'),
  }),
];
