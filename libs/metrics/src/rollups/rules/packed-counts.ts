import type { CellReading } from './cell';
import { newInk, taken, writeNumber, writeSigned, type Ink } from './ink';

/** What tells one count from another within a row of the sums. */
export interface CountPlace {
  readonly reading: CellReading;
  /** Bits of the modes that have it so. */
  readonly modes: number;
  /** The row of the funnel that was reached; 0 where there is none to tell. */
  readonly to: number;
  /** Elapsed days or hours, below `longestLength`. */
  readonly length: number;
  /** The day since which it is known, by its number; 0 where it was known at once. */
  readonly known: number;
}

/** Signed counts by the number that their place packs into. */
export type Counts = Map<number, number>;

/** Days or hours from here on are kept as so many; nothing in a funnel lasts as long. */
export const longestLength = 2 ** 18;
/** So many rows a funnel can have. */
export const mostRows = 256;

const readings = ['both', 'restated', 'reported'] as const satisfies readonly CellReading[];
export const readingNumbers: Readonly<Record<CellReading, number>> = { both: 0, restated: 1, reported: 2 };
const modesAt = 4;
const toAt = modesAt * 8;
const lengthAt = toAt * mostRows;
const knownAt = lengthAt * longestLength;

/** A place as one number below 2^53: the parts that are small or seldom there make it short. */
export const packPlace = ({ reading, modes, to, length, known }: CountPlace): number =>
  readingNumbers[reading] + modes * modesAt + to * toAt + length * lengthAt + known * knownAt;

export const unpackPlace = (packed: number): CountPlace => ({
  reading: readings[packed % modesAt] as CellReading,
  modes: Math.floor(packed / modesAt) % 8,
  to: Math.floor(packed / toAt) % mostRows,
  length: Math.floor(packed / lengthAt) % longestLength,
  known: Math.floor(packed / knownAt),
});

/** Counts as bytes: of each its place and the count, both in groups of seven bits. Bytes of two are the bytes of both, one behind the other. */
export function bytesOf(counts: Iterable<readonly [place: number, count: number]>): Buffer {
  const ink = newInk();
  for (const [place, count] of counts) if (count !== 0) writeCount(ink, place, count);
  return taken(ink);
}

export function writeCount(ink: Ink, place: number, count: number): void {
  writeNumber(ink, place);
  writeSigned(ink, count);
}

/** Tells every count of some bytes; a place may come more than once. */
export function eachCount(bytes: Uint8Array, tell: (place: number, count: number) => void): void {
  const { length } = bytes;
  for (let at = 0; at < length;) {
    let [place, shift] = [0, 1];
    let byte: number;
    do {
      byte = bytes[at++] as number;
      place += (byte & 127) * shift;
      shift *= 128;
    } while (byte > 127);
    let signed = 0;
    shift = 1;
    do {
      byte = bytes[at++] as number;
      signed += (byte & 127) * shift;
      shift *= 128;
    } while (byte > 127);
    tell(place, signed % 2 === 1 ? -(signed + 1) / 2 : signed / 2);
  }
}

/** Adds the counts of some bytes to others. */
export function addCounts(counts: Counts, bytes: Uint8Array): Counts {
  eachCount(bytes, (place, count) => counts.set(place, (counts.get(place) ?? 0) + count));
  return counts;
}

/** Who asks for counts: of one mode, as one reading has it, and as known by the end of a day, by its number. */
export interface CountsAsked {
  /** The bit of the mode. */
  readonly mode: number;
  readonly reading: Exclude<CellReading, 'both'>;
  readonly knownBy: number;
}

/** Tells the counts of some bytes that are asked for, with the row that was reached and how long that took. */
export function eachAsked(
  bytes: Uint8Array,
  { mode, reading, knownBy }: CountsAsked,
  tell: (to: number, length: number, count: number) => void,
): void {
  const own = readingNumbers[reading];
  eachCount(bytes, (place, count) => {
    const low = place % lengthAt;
    const readBy = low % modesAt;
    if ((readBy !== 0 && readBy !== own) || ((low >> 2) & mode) === 0) return;
    const high = Math.floor(place / lengthAt);
    if (high < longestLength) tell(low >> 5, high, count);
    else if (Math.floor(high / longestLength) <= knownBy) tell(low >> 5, high % longestLength, count);
  });
}
