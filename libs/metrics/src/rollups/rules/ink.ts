/** Bytes that grow while something is written; they are written over once they were taken. */
export interface Ink {
  bytes: Uint8Array;
  length: number;
}

export const newInk = (): Ink => ({ bytes: new Uint8Array(256), length: 0 });

/** A whole number from 0 on in groups of seven bits, the low ones first; all but the last have the eighth bit. */
export function writeNumber(ink: Ink, number: number | bigint): void {
  let rest = Number(number);
  if (!Number.isSafeInteger(rest)) {
    writeLarge(ink, BigInt(number));
    return;
  }
  while (rest > 127) {
    writeByte(ink, (rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  writeByte(ink, rest);
}

/** The same of a number that may be below 0: the sign becomes the lowest bit. */
export function writeSigned(ink: Ink, number: number | bigint): void {
  if (typeof number === 'number' && Math.abs(number) < mostDoubled) {
    writeNumber(ink, number < 0 ? -2 * number - 1 : 2 * number);
  } else {
    const exact = BigInt(number);
    writeNumber(ink, exact < 0n ? -2n * exact - 1n : 2n * exact);
  }
}

/** What was written, as bytes of its own. */
export function taken(ink: Ink): Buffer {
  const bytes = Buffer.from(ink.bytes.subarray(0, ink.length));
  ink.length = 0;
  return bytes;
}

/** Twice as much is still a safe number. */
const mostDoubled = 2 ** 51;

function writeLarge(ink: Ink, number: bigint): void {
  let rest = number;
  while (rest > 127n) {
    writeByte(ink, Number(rest % 128n) + 128);
    rest /= 128n;
  }
  writeByte(ink, Number(rest));
}

function writeByte(ink: Ink, byte: number): void {
  if (ink.length === ink.bytes.length) {
    const more = new Uint8Array(2 * ink.length);
    more.set(ink.bytes);
    ink.bytes = more;
  }
  ink.bytes[ink.length++] = byte;
}
