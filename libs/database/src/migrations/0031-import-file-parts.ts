import { hasColumn, migration } from './migration';

/** A large file is kept in parts, because a server takes 16 MB in one statement. */
export const importFileParts = [
  migration(1763900003100, 'add_import_file_part_', {
    up: `ALTER TABLE import_file ADD COLUMN part SMALLINT UNSIGNED NOT NULL DEFAULT 0 AFTER name,
      DROP PRIMARY KEY, ADD PRIMARY KEY (run_id, name, part)`,
    down: 'ALTER TABLE import_file DROP PRIMARY KEY, DROP COLUMN part, ADD PRIMARY KEY (run_id, name)',
    unless: hasColumn('import_file', 'part'),
  }),
];
