/**
 * Numbers added up by pairs of numbers, which say where they stand. All of it lies in one column: a rebuild adds up hundreds of thousands of
 * them at once, and were each an object, most of its time would go into looking through them for what is no longer needed.
 */
export interface PairSums {
  /** How many numbers are added up for each pair. */
  readonly width: number;
  /** How many pairs there are; they are numbered in the order in which they came. */
  size: number;
  /** Of each pair its two numbers, which are whole and safe, and what was added up for it. */
  column: Float64Array;
  /** What of an amount a double does not hold exactly, by its place in the column. */
  readonly beyond: Map<number, bigint>;
  /** Where to find a pair by its hash: its number and one, or 0 where there is none. Never more than half full. */
  slots: Int32Array;
}

const fewest = 16;

export const newPairSums = (width: number): PairSums => ({
  width,
  size: 0,
  column: new Float64Array(fewest * (width + 2)),
  beyond: new Map(),
  slots: new Int32Array(2 * fewest),
});

export const firstOf = ({ column, width }: PairSums, pair: number): number => column[pair * (width + 2)] as number;
export const secondOf = ({ column, width }: PairSums, pair: number): number => column[pair * (width + 2) + 1] as number;

/** The number of a pair, which is given one when it is new. */
export function numberOf(sums: PairSums, first: number, second: number): number {
  if (2 * sums.size === sums.slots.length) enlarge(sums);
  const { column, slots } = sums;
  const wide = sums.width + 2;
  const last = slots.length - 1;
  let slot = hashOf(first, second) & last;
  for (let held = slots[slot] as number; held !== 0; held = slots[slot] as number) {
    const at = (held - 1) * wide;
    if (column[at] === first && column[at + 1] === second) return held - 1;
    slot = (slot + 1) & last;
  }
  column[sums.size * wide] = first;
  column[sums.size * wide + 1] = second;
  slots[slot] = ++sums.size;
  return sums.size - 1;
}

/** Adds to one of the numbers of a pair. It stays exact however large it becomes. */
export function addTo(sums: PairSums, pair: number, measure: number, more: number | bigint): void {
  const at = pair * (sums.width + 2) + 2 + measure;
  const before = sums.column[at] as number;
  // Whole numbers are only told apart from their neighbours as long as they are safe: then their sum is as well, or it is seen.
  const added = Number(more);
  const sum = before + added;
  if (Number.isSafeInteger(added) && Number.isSafeInteger(sum)) {
    sums.column[at] = sum;
  } else {
    sums.beyond.set(at, (sums.beyond.get(at) ?? 0n) + BigInt(before) + BigInt(more));
    sums.column[at] = 0;
  }
}

/** What one of the numbers of a pair has come to. */
export function sumOf(sums: PairSums, pair: number, measure: number): number | bigint {
  const at = pair * (sums.width + 2) + 2 + measure;
  const sum = sums.column[at] as number;
  const beyond = sums.beyond.size === 0 ? undefined : sums.beyond.get(at);
  return beyond === undefined ? sum : BigInt(sum) + beyond;
}

/** What all numbers of a pair have come to. */
export function sumsOf(sums: PairSums, pair: number): (number | bigint)[] {
  const all: (number | bigint)[] = [];
  for (let measure = 0; measure < sums.width; measure++) all.push(sumOf(sums, pair, measure));
  return all;
}

/** Adds all numbers of a pair to those of another one elsewhere. */
export function addAll(sums: PairSums, pair: number, from: PairSums, other: number): void {
  for (let measure = 0; measure < sums.width; measure++) addTo(sums, pair, measure, sumOf(from, other, measure));
}

/** Whether no number of a pair has come to anything. */
export function isNothing(sums: PairSums, pair: number): boolean {
  for (let measure = 0; measure < sums.width; measure++) {
    const sum = sumOf(sums, pair, measure);
    if (sum !== 0 && sum !== 0n) return false;
  }
  return true;
}

function enlarge(sums: PairSums): void {
  const { column } = sums;
  const slots = new Int32Array(2 * sums.slots.length);
  for (let pair = 0; pair < sums.size; pair++) {
    let slot = hashOf(firstOf(sums, pair), secondOf(sums, pair)) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = pair + 1;
  }
  sums.slots = slots;
  sums.column = new Float64Array(2 * column.length);
  sums.column.set(column);
}

/** Every bit of a pair moves the low ones. */
function hashOf(first: number, second: number): number {
  let hash =
    Math.imul(first | 0, 0x9e3779b1) ^ Math.imul(second | 0, 0x85ebca6b) ^ Math.imul(second / 2 ** 32, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return hash ^ (hash >>> 16);
}
