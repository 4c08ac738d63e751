import { looseSumsOfFunnel } from './0040-fact-ledger';
import { conversion, currency, tables, tablesGone } from './migration';

const place = `
    slice_kind TINYINT UNSIGNED NOT NULL,
    slice VARBINARY(480) NOT NULL,
    grain ENUM('day','month') NOT NULL,
    stage_row TINYINT UNSIGNED NOT NULL,
    day DATE NOT NULL,`;

/**
 * Sums of the funnel hold how often it took how long packed in one row instead of a row for each length. Sums are made anew
 * from the records, so the old ones go; before that the ledger says that it is of no definition, or somebody would read none as the truth.
 */
export const packedFunnelSums = [
  conversion(1763900005100, 'forget_sums_of_funnel_', async (runner) => {
    await runner.query(
      `UPDATE fact_ledger SET definition = 'none', state = 'building', built_to = NULL, customers_to = NULL, built = 0`,
    );
  }),
  ...tablesGone(1763900005101, looseSumsOfFunnel),
  ...tables(1763900005110, {
    rollup_entry: `${place}
    modes TINYINT UNSIGNED NOT NULL,
    reading ENUM('both','restated','reported') NOT NULL,
    currency ${currency} NOT NULL,
    entered_count INT NOT NULL,
    implied_count INT NOT NULL,
    undated_count INT NOT NULL,
    valued_count INT NOT NULL,
    value_minor BIGINT NOT NULL,
    later MEDIUMBLOB NOT NULL,
    PRIMARY KEY (slice_kind, slice, grain, stage_row, day, modes, reading, currency)`,

    rollup_conversion: `${place}
    reached MEDIUMBLOB NOT NULL,
    PRIMARY KEY (slice_kind, slice, grain, stage_row, day)`,

    rollup_stay: `${place}
    stays MEDIUMBLOB NOT NULL,
    PRIMARY KEY (slice_kind, slice, grain, stage_row, day)`,
  }),
];
