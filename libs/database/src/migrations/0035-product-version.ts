import { hasColumn, migration } from './migration';

/** Who says that a product is one of the future's says which version of it they saw. */
export const productVersion = [
  migration(1763900003600, 'add_product_version_', {
    up: 'ALTER TABLE product ADD COLUMN version INT UNSIGNED NOT NULL DEFAULT 1',
    down: 'ALTER TABLE product DROP COLUMN version',
    unless: hasColumn('product', 'version'),
  }),
];
