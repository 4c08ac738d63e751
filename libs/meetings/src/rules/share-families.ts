import type { MixFact } from './agenda-facts';

/** How many product families are named; the rest is left to the records behind the figure. */
export const familiesNamed = 4;

/** The largest families with their share of all bookings; null when nothing, or less than nothing, was booked. */
export function shareFamilies(
  families: readonly { readonly family: string | null; readonly minor: bigint }[],
  period: string,
  currency: string,
): MixFact | null {
  const total = families.reduce((sum, { minor }) => sum + minor, 0n);
  if (total <= 0n) return null;
  return {
    period,
    families: families.slice(0, familiesNamed).map(({ family, minor }) => ({
      family,
      amount: { amountMinor: minor.toString(), currency },
      share: decimal((minor * 10_000n + total / 2n) / total),
    })),
  };
}

const decimal = (tenThousandths: bigint): string => {
  const digits = (tenThousandths < 0n ? -tenThousandths : tenThousandths).toString().padStart(5, '0');
  return `${tenThousandths < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
};
