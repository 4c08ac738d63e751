import { hasColumn, key, migration } from './migration';

/** What the receiving side said afterwards about a letter that had been taken. */
export const bounces = [
  migration(1763900002300, 'bounced_delivery_', {
    up: `ALTER TABLE delivery ADD COLUMN bounced_at DATETIME(3) NULL, ADD COLUMN bounce_status ${key(20)} NULL,
      ADD COLUMN bounce_reason VARCHAR(500) NULL,
      ADD CONSTRAINT delivery_bounce_has_status CHECK ((bounced_at IS NULL) = (bounce_status IS NULL))`,
    down: `ALTER TABLE delivery DROP CONSTRAINT delivery_bounce_has_status, DROP COLUMN bounced_at, DROP COLUMN bounce_status,
      DROP COLUMN bounce_reason`,
    unless: hasColumn('delivery', 'bounced_at'),
  }),
];
