import { currency, tables } from './migration';

/** How open pipeline changes day by day, by the month it is expected to close in; what was never given a date stands in the year 1000. */
export const pipelineSums = tables(1763900004200, {
  rollup_pipeline: `
    slice_kind TINYINT UNSIGNED NOT NULL,
    slice VARBINARY(480) NOT NULL,
    grain ENUM('day','month') NOT NULL,
    day DATE NOT NULL,
    known DATE NOT NULL,
    reading ENUM('both','restated','reported') NOT NULL,
    close_month DATE NOT NULL,
    currency ${currency} NOT NULL,
    open_count INT NOT NULL,
    without_amount_count INT NOT NULL,
    value_minor BIGINT NOT NULL,
    weighted_minor BIGINT NOT NULL,
    PRIMARY KEY (slice_kind, slice, grain, day, known, reading, close_month, currency)`,
});
