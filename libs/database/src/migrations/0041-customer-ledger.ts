import { tables } from './migration';

/**
 * Distinct customers do not add up, so they are kept by period: what an account is in a month, quarter or year depends on all of its
 * bookings. `customer_tail` names accounts that are not folded yet, `folded_customer` holds what the sums have of each.
 */
export const customerLedger = tables(1763900004100, {
  customer_tail: `
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    account_id BINARY(16) NOT NULL`,

  folded_customer: `
    account_id BINARY(16) NOT NULL PRIMARY KEY,
    cells JSON NOT NULL`,

  rollup_customer: `
    slice_kind TINYINT UNSIGNED NOT NULL,
    slice VARBINARY(480) NOT NULL,
    grain ENUM('month','quarter','year') NOT NULL,
    day DATE NOT NULL,
    known DATE NOT NULL,
    reading ENUM('both','restated','reported') NOT NULL,
    costed_count INT NOT NULL,
    winning_count INT NOT NULL,
    first_order_count INT NOT NULL,
    connected_new_count INT NOT NULL,
    win_back_count INT NOT NULL,
    PRIMARY KEY (slice_kind, slice, grain, day, known, reading)`,
});
