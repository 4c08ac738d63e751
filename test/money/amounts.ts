/** Twenty currencies with the digits after their point, written down here once more: the product's own table is what is tested. */
export const currencies: Readonly<Record<string, { readonly digits: number; readonly rate: string }>> = {
  USD: { digits: 2, rate: '1' },
  EUR: { digits: 2, rate: '1.0834567891' },
  GBP: { digits: 2, rate: '1.2700000001' },
  CHF: { digits: 2, rate: '1.1299999999' },
  CAD: { digits: 2, rate: '0.7312345678' },
  AUD: { digits: 2, rate: '0.6543210987' },
  CNY: { digits: 2, rate: '0.1385000005' },
  INR: { digits: 2, rate: '0.0119047619' },
  BRL: { digits: 2, rate: '0.1818181818' },
  MXN: { digits: 2, rate: '0.0555555555' },
  JPY: { digits: 0, rate: '0.0067114093' },
  KRW: { digits: 0, rate: '0.0007142857' },
  TWD: { digits: 0, rate: '0.0312500000' },
  VND: { digits: 0, rate: '0.0000392157' },
  CLP: { digits: 0, rate: '0.0010526316' },
  KWD: { digits: 3, rate: '3.2467532468' },
  BHD: { digits: 3, rate: '2.6595744681' },
  JOD: { digits: 3, rate: '1.4104372355' },
  TND: { digits: 3, rate: '0.3205128205' },
  CLF: { digits: 4, rate: '38.4615384615' },
};

const digitsOf = (currency: string): number => currencies[currency]?.digits ?? Number.NaN;
const largest = 10n ** 15n;
const edges = [
  0n,
  1n,
  9n,
  10n,
  99n,
  100n,
  101n,
  999n,
  1_000n,
  9_999n,
  10_000n,
  99_999_999_999_999n,
  largest - 1n,
  largest,
];

/** Amounts of every length up to ±10^15, the edges first; the same seed draws the same ones (mulberry32). */
export function drawAmounts(count: number, seed: number): bigint[] {
  let state = seed;
  const draw = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return Array.from({ length: count }, (_, place) => {
    const edge = edges[place];
    if (edge !== undefined) return edge;
    const wide = (BigInt(draw()) << 32n) | BigInt(draw());
    return wide % 10n ** BigInt(1 + (draw() % 15));
  });
}

/** An amount as plain decimal text, by cutting its digits and nothing else. */
export function decimal(minor: bigint, currency: string): string {
  const digits = digitsOf(currency);
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  const cut = text.length - digits;
  return `${minor < 0n ? '-' : ''}${text.slice(0, cut)}${digits === 0 ? '' : `.${text.slice(cut)}`}`;
}

/** What an amount is in US dollars, by whole numbers alone: half a cent goes to the even neighbour. */
export function inDollars(minor: bigint, currency: string): bigint {
  if (minor < 0n) return -inDollars(-minor, currency);
  const [whole = '0', fraction = ''] = (currencies[currency]?.rate ?? '').split('.');
  const rate = BigInt(whole + fraction.padEnd(10, '0'));
  const shift = 2 - digitsOf(currency);
  const numerator = minor * rate * 10n ** BigInt(Math.max(shift, 0));
  const denominator = 10n ** BigInt(10 + Math.max(-shift, 0));
  const [quotient, left] = [numerator / denominator, (numerator % denominator) * 2n];
  return left > denominator || (left === denominator && quotient % 2n === 1n) ? quotient + 1n : quotient;
}
