// Loaded before the product: chance and the computer's clock follow a seed, so that two processes make the same ids.
import crypto, { createHash } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** Draws are counted apart by their size: letters written at once draw in any order, and no id may hang on that. */
const drawn = new Map();

function seededBytes(size) {
  const count = (drawn.get(size) ?? 0) + 1;
  drawn.set(size, count);
  const block = (_, place) => createHash('sha256').update(`${size} bytes, draw ${count}, block ${place}`).digest();
  return Buffer.concat(Array.from({ length: Math.ceil(size / 32) }, block)).subarray(0, size);
}

crypto.randomBytes = (size, heard) => {
  const bytes = seededBytes(size);
  if (!heard) return bytes;
  queueMicrotask(() => heard(null, bytes));
  return undefined;
};
syncBuiltinESMExports();

const beginning = Date.UTC(2026, 0, 1);
Date.now = () => beginning;
