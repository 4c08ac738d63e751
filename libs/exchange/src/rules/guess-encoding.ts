export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'big5', 'shift_jis', 'gb18030', 'windows-1252'] as const;
export type TextEncoding = (typeof textEncodings)[number];

/**
 * How a file begins to be written: by its byte order mark where it has one, else UTF-8 where it is that, else Big5 where most of its
 * pairs are common Chinese characters (Excel in Taiwan writes it), else the letters of western Europe. Whoever looks at the first
 * rows may say otherwise.
 */
export function guessEncoding(start: Uint8Array): TextEncoding {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (reads(start, 'utf-8')) return 'utf-8';
  return reads(start, 'big5') && commonPairs(start) > 0.8 ? 'big5' : 'windows-1252';
}

/** Cut off within a character is no fault: the file goes on. */
function reads(start: Uint8Array, encoding: TextEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(start, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The share of characters of two bytes that begin like those of everyday Chinese. */
function commonPairs(bytes: Uint8Array): number {
  let pairs = 0;
  let common = 0;
  for (let place = 0; place < bytes.length - 1; place += 1) {
    const lead = bytes[place] ?? 0;
    if (lead < 0x80) continue;
    pairs += 1;
    if (lead >= 0xa1 && lead <= 0xc6) common += 1;
    place += 1;
  }
  return pairs === 0 ? 0 : common / pairs;
}
