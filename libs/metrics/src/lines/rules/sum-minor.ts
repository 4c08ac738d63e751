/** Sum of an amount over rows, in minor units. */
export const sumMinor = <Row>(rows: readonly Row[], of: (row: Row) => bigint): bigint =>
  rows.reduce((total, row) => total + of(row), 0n);
