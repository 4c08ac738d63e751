// Ids made from numbers: the same run writes the same rows, and SQL knows the id of any row by its number.

/** Sixteen bytes in the form of a UUIDv7, from what it names and its number. */
export const idOf = (series, number) => Buffer.from(`0190${hex(series, 8)}7000a000${hex(number, 12)}`, 'hex');

/** The same in SQL; `number` is an expression. */
export const idSql = (series, number) =>
  `UNHEX(CONCAT('0190${hex(series, 8)}7000a000', LPAD(HEX(${number}), 12, '0')))`;

/** An id that begins with its moment, as those of the product do, so that rows lie in the order of time; `kind` is three digits. */
export const momentIdSql = (moment, kind, number) =>
  `UNHEX(CONCAT(LPAD(HEX(CAST(UNIX_TIMESTAMP(${moment}) * 1000 AS UNSIGNED)), 12, '0'), '7${kind}a', LPAD(HEX(${number}), 15, '0')))`;

const hex = (number, digits) => number.toString(16).padStart(digits, '0');
