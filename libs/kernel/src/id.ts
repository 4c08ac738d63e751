import { randomBytes } from 'node:crypto';

declare const of: unique symbol;
/** A UUIDv7 in canonical lower case text, branded with what it identifies. */
export type Id<What extends string = string> = string & { readonly [of]: What };

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const randomOfId = 8;
/** Asking for random bytes costs far more than the bytes, so those of many ids are asked for at once; each is given away once. */
const drawnAtOnce = 512 * randomOfId;
let drawn = Buffer.alloc(0);
let given = 0;

let lastMillisecond = 0;
let sequence = 0;

/** A new UUIDv7 (RFC 9562): 48 bits of milliseconds, a 12-bit counter that keeps ids of one process in order, 62 random bits. */
export function newId<What extends string>(now: number = Date.now()): Id<What> {
  if (now > lastMillisecond) {
    lastMillisecond = now;
    sequence = nextRandom()[0] ?? 0;
  } else if (++sequence > 0xfff) {
    lastMillisecond += 1;
    sequence = 0;
  }
  const bytes = Buffer.allocUnsafe(16);
  bytes.writeUIntBE(lastMillisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes.set(nextRandom(), 8);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return uuidOf(bytes) as Id<What>;
}

/** Eight bytes, good until the next are asked for. */
function nextRandom(): Buffer {
  if (given === drawn.length) {
    drawn = randomBytes(drawnAtOnce);
    given = 0;
  }
  return drawn.subarray(given, (given += randomOfId));
}

/** Reads text as an id; upper case is accepted because other systems write it so. Null when it is none. */
export function idFrom<What extends string>(text: string): Id<What> | null {
  const lower = text.toLowerCase();
  return pattern.test(lower) ? (lower as Id<What>) : null;
}

/** Canonical text of sixteen bytes. Written digit by digit: a rebuild reads millions, and text put together of parts costs twice as much. */
export function uuidOf(bytes: Uint8Array): string {
  let at = 0;
  for (const byte of bytes) {
    if (at === 8 || at === 13 || at === 18 || at === 23) at++;
    written[at++] = digits[byte >> 4] ?? 0;
    written[at++] = digits[byte & 15] ?? 0;
  }
  return written.toString('latin1');
}

const digits = Buffer.from('0123456789abcdef');
const written = Buffer.from('00000000-0000-0000-0000-000000000000');
