import type { MixFact } from './agenda-facts';

/** How many product families are named; the others stand together. */
export const familiesNamed = 4;

/**
 * The largest families and all others together, each with its share of all bookings in tenths of a percent; the shares add up
 * to exactly one. Null when nothing, or less than nothing, was booked.
 */
export function shareFamilies(
  families: readonly { readonly family: string | null; readonly minor: bigint }[],
  period: string,
  currency: string,
): MixFact | null {
  const total = families.reduce((sum, { minor }) => sum + minor, 0n);
  if (total <= 0n) return null;
  const rest = families.slice(familiesNamed);
  const restMinor = rest.reduce((sum, { minor }) => sum + minor, 0n);
  const named = families.slice(0, familiesNamed);
  const parts = [...named.map(({ minor }) => minor), restMinor];
  const shares = shareOut(parts, total);
  const told = (place: number) => ({
    amount: { amountMinor: (parts[place] ?? 0n).toString(), currency },
    share: decimal(shares[place] ?? 0n),
  });
  return {
    period,
    families: named.map(({ family }, place) => ({ family, ...told(place) })),
    others: rest.length === 0 ? null : { count: rest.length, ...told(named.length) },
  };
}

/** Thousandths of a total by largest remainder, so that what is shown adds up. */
function shareOut(parts: readonly bigint[], total: bigint): bigint[] {
  const cut = parts.map((minor, place) => {
    const remainder = (((minor * 1000n) % total) + total) % total;
    return { place, whole: (minor * 1000n - remainder) / total, remainder };
  });
  const missing = 1000n - cut.reduce((sum, { whole }) => sum + whole, 0n);
  const raised = cut
    .toSorted((one, other) => Number(other.remainder > one.remainder) - Number(other.remainder < one.remainder))
    .slice(0, Number(missing))
    .map(({ place }) => place);
  return cut.map(({ place, whole }) => (raised.includes(place) ? whole + 1n : whole));
}

const decimal = (thousandths: bigint): string => {
  const digits = (thousandths < 0n ? -thousandths : thousandths).toString().padStart(4, '0');
  return `${thousandths < 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}0`;
};
