// How much of the disk a run takes, as it was measured.

/**
 * Bytes an opportunity. Records with their keys: of a million in three years. Sums: of 100,000 in 11 days, which is the most they take where
 * many begin on one day. What those beside us get: text, DuckDB and ClickHouse, of a million.
 */
const bytesEach = { records: 3_250, sums: 2_150, peers: 450 };
/** The log of the server, and what it has before there is anything. */
const bytesOfServer = 1.5e9;
const gigabyte = 2 ** 30;

/** A sentence where there is less than twice the room that a run takes at most; else null. */
export function tellOfDisk({ size, hasPeers, free }) {
  const { records, sums, peers } = bytesEach;
  const needed = bytesOfServer + size * (records + sums + (hasPeers ? peers : 0));
  if (free >= 2 * needed) return null;
  const inGigabytes = (bytes) => `${(bytes / gigabyte).toFixed(1)} GB`;
  return `This takes at most ${inGigabytes(needed)} of the disk, of which ${inGigabytes(free)} are free.`;
}
