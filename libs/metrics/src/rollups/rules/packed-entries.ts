import type { EntryMeasures } from './cell';
import { newInk, taken, writeNumber, writeSigned, type Ink } from './ink';

/** What of some first entries became known later, by the number of the day since which it is known. */
export type LaterEntries = Map<number, EntryMeasures>;

export const noEntries: EntryMeasures = { entered: 0, implied: 0, undated: 0, valued: 0, valueMinor: 0n };

export const addEntries = (one: EntryMeasures, more: EntryMeasures): EntryMeasures => ({
  entered: one.entered + more.entered,
  implied: one.implied + more.implied,
  undated: one.undated + more.undated,
  valued: one.valued + more.valued,
  valueMinor: one.valueMinor + more.valueMinor,
});

export const isNothing = ({ entered, implied, undated, valued, valueMinor }: EntryMeasures): boolean =>
  entered === 0 && implied === 0 && undated === 0 && valued === 0 && valueMinor === 0n;

/** As bytes: of each day its number and the measures, in groups of seven bits. Bytes of two are the bytes of both, one behind the other. */
export function laterBytes(later: LaterEntries): Buffer {
  const ink = newInk();
  for (const [known, measures] of later) {
    if (isNothing(measures)) continue;
    const { entered, implied, undated, valued, valueMinor } = measures;
    writeLater(ink, known, [entered, implied, undated, valued, valueMinor]);
  }
  return taken(ink);
}

/** The measures in the order of `measuresOf`. */
export function writeLater(ink: Ink, known: number, measures: readonly (number | bigint)[]): void {
  writeNumber(ink, known);
  for (const measure of measures) writeSigned(ink, measure);
}

/** Tells every change that some bytes hold; a day may come more than once. */
export function eachLater(bytes: Uint8Array, tell: (known: number, measures: EntryMeasures) => void): void {
  let at = 0;
  const next = (): bigint => {
    let [number, shift] = [0n, 0n];
    let byte: number;
    do {
      byte = bytes[at++] as number;
      number |= BigInt(byte & 127) << shift;
      shift += 7n;
    } while (byte > 127);
    return number;
  };
  const count = () => Number(signed(next()));
  while (at < bytes.length) {
    const known = Number(next());
    const [entered, implied, undated, valued] = [count(), count(), count(), count()];
    tell(known, { entered, implied, undated, valued, valueMinor: signed(next()) });
  }
}

/** Adds what some bytes hold to others. */
export function addLater(later: LaterEntries, bytes: Uint8Array): LaterEntries {
  eachLater(bytes, (known, measures) => later.set(known, addEntries(later.get(known) ?? noEntries, measures)));
  return later;
}

const signed = (number: bigint): bigint => (number % 2n === 1n ? -(number + 1n) / 2n : number / 2n);
