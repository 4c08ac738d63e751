// How much of the disk a run takes, measured with a million opportunities.

/** Bytes an opportunity: the records with their keys, the sums, and what those who answer beside us are given (as text and filled). */
export const bytesEach = { records: 0, sums: 0, peers: 0 };
const gigabyte = 2 ** 30;

/** A sentence where there is less than twice the room that a run will take; else null. */
export function tellOfDisk({ size, hasPeers, free }) {
  const { records, sums, peers } = bytesEach;
  const needed = size * (records + sums + (hasPeers ? peers : 0));
  if (free >= 2 * needed) return null;
  const inGigabytes = (bytes) => `${(bytes / gigabyte).toFixed(1)} GB`;
  return `This takes about ${inGigabytes(needed)} of the disk, of which ${inGigabytes(free)} are free.`;
}
