// What a person may choose for a run of the ledger, by the environment.
import { PlainError } from '../../../tools/plain-error.mjs';

export const ledgerOptions = {
  SNAPSHOTS: 'fact-ledger: comparisons of the sums and the tail with the records (100)',
  ROUND: 'fact-ledger: comparisons after which everything begins with empty tables, so that none takes long (25)',
  KILL_EVERY: 'fact-ledger: seconds between two kills (3)',
  WAY: 'fact-ledger: "product", or "watermark" for the control alone (both)',
};

const number = (environment, name, otherwise) => {
  const given = environment[name];
  if (given === undefined || given === '') return otherwise;
  if (!/^\d{1,6}$/.test(given) || Number(given) === 0)
    throw new PlainError(`${name} is "${given}": give a whole number.`, 2);
  return Number(given);
};

export function readLedgerSettings(environment = process.env) {
  const way = environment.WAY || null;
  if (way !== null && !['product', 'watermark'].includes(way))
    throw new PlainError(`WAY is "${way}": say product or watermark.`, 2);
  const snapshots = number(environment, 'SNAPSHOTS', 100);
  const clients = number(environment, 'CLIENTS', 64);
  return {
    way,
    seed: number(environment, 'SEED', 1),
    snapshots,
    round: Math.min(snapshots, number(environment, 'ROUND', 25)),
    clients,
    opportunities: Math.max(clients, number(environment, 'OPPORTUNITIES', 320)),
    workers: number(environment, 'WORKERS', 2),
    killEvery: number(environment, 'KILL_EVERY', 3),
    keep: environment.KEEP === '1',
  };
}
