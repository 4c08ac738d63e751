/** How many coins one toss holds: the bits of a word. */
export const coinsAtOnce = 32;

/** A source of random words of 32 bits. */
export type Words = () => number;

/**
 * Random words that always come in the same order after the same seed (any text): the small fast counting generator (sfc32) of the
 * PractRand suite, with the seed spread by FNV-1a. It draws for a forecast, not for secrets.
 */
export function wordsFrom(seed: string): Words {
  let [a, b, c, counter] = [spread(seed, 0x811c9dc5), spread(seed, 0x01000193), spread(seed, 0x9e3779b9), 1];
  const next = (): number => {
    const word = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    return word;
  };
  // The first words still look like the seed.
  for (let drawn = 0; drawn < 15; drawn++) next();
  return next;
}

/**
 * Tosses 32 coins that each show heads with the chance `threshold` ÷ 2³², and gives a word whose set bits are heads. Each coin
 * compares a random binary fraction with the chance, bit by bit from the first, for all 32 at once; half of those still equal are
 * decided by every word, so that some seven words do instead of thirty-two.
 */
export function tossCoins(threshold: number, next: Words): number {
  let [heads, undecided] = [0, -1];
  for (let bits = threshold | 0; bits !== 0 && undecided !== 0; bits <<= 1) {
    const drawn = next();
    if (bits < 0) {
      heads |= undecided & ~drawn;
      undecided &= drawn;
    } else undecided &= ~drawn;
  }
  return heads;
}

function spread(text: string, basis: number): number {
  let hash = basis | 0;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
