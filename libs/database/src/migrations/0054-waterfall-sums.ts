import { tables } from './migration';

/** Lines that amounts stand in, and those of which it is only counted how many there are. */
const ofMoney =
  'start new pulled_in reopened increased decreased pushed_out lost won removed owner_change rate end'.split(' ');
const counted = ['end_unpriced', 'won_unrated', 'abroad'];

/** What opportunities that changed in a week, month, quarter or year add to its net waterfall, line beside line. */
export const waterfallSums = tables(1763900005400, {
  rollup_waterfall: `
    slice_kind TINYINT UNSIGNED NOT NULL,
    slice VARBINARY(480) NOT NULL,
    grain ENUM('week','month','fiscal_month','quarter','year') NOT NULL,
    day DATE NOT NULL,
    known DATE NOT NULL,
    reading ENUM('both','restated','reported') NOT NULL,
    ${ofMoney.map((line) => `${line}_count INT NOT NULL,\n    ${line}_minor BIGINT NOT NULL,`).join('\n    ')}
    ${counted.map((line) => `${line}_count INT NOT NULL,`).join('\n    ')}
    PRIMARY KEY (slice_kind, slice, grain, day, known, reading)`,
});
