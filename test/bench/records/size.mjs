// How many opportunities somebody asks for.
import { PlainError } from '../../../tools/plain-error.mjs';

const most = 10_000_000;
const units = { '': 1, k: 1_000, m: 1_000_000 };

/** `200k`, `1m` or `10m` as a number of opportunities. */
export function readSize(text) {
  const [, digits, unit] = /^(\d+)([km]?)$/i.exec(text) ?? [];
  const size = Number(digits) * units[(unit ?? '').toLowerCase()];
  if (!(size > 0 && size <= most)) throw new PlainError(`"${text}" is no size: say 200k, 1m or at most 10m.`, 2);
  return size;
}
