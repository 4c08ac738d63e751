// The number of a record out of its id: ids are made from numbers (see `ids.mjs`), and peers are given the numbers alone.

/** Of `0190…-a000-000000000007` it is 7. */
export const numberOf = (uuid) => Number.parseInt(uuid.replaceAll('-', '').slice(-12), 16);

/** The same of an id in SQL. */
export const numberSql = (column) => `CONV(HEX(RIGHT(${column}, 6)), 16, 10)`;

/** An id as it is written on the wire. */
export const uuidOf = (id) => id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
