import { currency, key, tables } from './migration';

/** Where a sum counts: for whom, by which grain of time, on which day, and since when it is known. */
const place = `
    slice_kind TINYINT UNSIGNED NOT NULL,
    slice VARBINARY(480) NOT NULL,
    grain ENUM('day','month') NOT NULL,`;
const reading = `reading ENUM('both','restated','reported') NOT NULL`;

/** A row for each length that something of the funnel took. */
export const looseSumsOfFunnel = {
  rollup_entry: `${place}
    day DATE NOT NULL,
    stage_row TINYINT UNSIGNED NOT NULL,
    known DATE NOT NULL,
    modes TINYINT UNSIGNED NOT NULL,
    ${reading},
    currency ${currency} NOT NULL,
    entered_count INT NOT NULL,
    implied_count INT NOT NULL,
    undated_count INT NOT NULL,
    valued_count INT NOT NULL,
    value_minor BIGINT NOT NULL,
    PRIMARY KEY (slice_kind, slice, grain, day, stage_row, known, modes, reading, currency)`,

  rollup_conversion: `${place}
    from_row TINYINT UNSIGNED NOT NULL,
    to_row TINYINT UNSIGNED NOT NULL,
    day DATE NOT NULL,
    elapsed_days SMALLINT UNSIGNED NOT NULL,
    known DATE NOT NULL,
    modes TINYINT UNSIGNED NOT NULL,
    ${reading},
    converted_count INT NOT NULL,
    PRIMARY KEY (slice_kind, slice, grain, from_row, to_row, day, elapsed_days, known, modes, reading)`,

  rollup_stay: `${place}
    day DATE NOT NULL,
    stage_row TINYINT UNSIGNED NOT NULL,
    hours INT UNSIGNED NOT NULL,
    known DATE NOT NULL,
    modes TINYINT UNSIGNED NOT NULL,
    ${reading},
    stay_count INT NOT NULL,
    PRIMARY KEY (slice_kind, slice, grain, day, stage_row, hours, known, modes, reading)`,
};

/**
 * The tail names what has changed and is not folded yet; `folded_opportunity` says up to where each opportunity is; the rollups hold
 * the sums. No key leads from here to the records: sums are made from them again at any time.
 */
export const factLedger = tables(1763900004000, {
  fact_ledger: `
    id TINYINT UNSIGNED NOT NULL PRIMARY KEY,
    definition ${key(64)} NOT NULL,
    state ENUM('building','ready') NOT NULL,
    built_to BINARY(16) NULL,
    customers_to BINARY(16) NULL,
    built INT UNSIGNED NOT NULL,
    started_at DATETIME(3) NOT NULL,
    ready_at DATETIME(3) NULL`,

  fact_tail: `
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    opportunity_id BINARY(16) NOT NULL`,

  folded_opportunity: `
    opportunity_id BINARY(16) NOT NULL PRIMARY KEY,
    seq INT UNSIGNED NOT NULL,
    source_id BINARY(16) NULL,
    campaign_id BINARY(16) NULL,
    product_id BINARY(16) NULL,
    segment VARCHAR(120) NULL,
    beside JSON NULL`,

  rollup_sales: `${place}
    day DATE NOT NULL,
    known DATE NOT NULL,
    ${reading},
    line_count INT NOT NULL,
    unconvertible_count INT NOT NULL,
    revenue_minor BIGINT NOT NULL,
    credits_minor BIGINT NOT NULL,
    size_minor BIGINT NOT NULL,
    costed_count INT NOT NULL,
    costed_revenue_minor BIGINT NOT NULL,
    cost_minor BIGINT NOT NULL,
    costed_size_minor BIGINT NOT NULL,
    nameless_count INT NOT NULL,
    nameless_sale_count INT NOT NULL,
    closing_count INT NOT NULL,
    won_count INT NOT NULL,
    renewal_count INT NOT NULL,
    lost_count INT NOT NULL,
    PRIMARY KEY (slice_kind, slice, grain, day, known, reading)`,

  ...looseSumsOfFunnel,
});
