import type { TraitedLine } from '../books/trait-lines';
import { decimal, fraction, total } from '../exact';

/** Of what revenue is made. */
export interface MixFigures {
  readonly revenue: bigint;
  readonly grossProfit: bigint | null;
  readonly costCoverage: string | null;
  readonly futureRevenue: bigint;
  readonly futureShare: string | null;
}

export const mixKinds = ['product', 'segment', 'team', 'person', 'booking_type'] as const;
export type MixKind = (typeof mixKinds)[number];

export const traitOf: Readonly<Record<MixKind, (line: TraitedLine) => string | null>> = {
  product: ({ row }) => row.productId,
  segment: ({ segment }) => segment,
  team: ({ row }) => row.teamId,
  person: ({ row }) => row.ownerId,
  booking_type: ({ row }) => row.bookingType,
};

type Known = TraitedLine & { readonly minor: bigint };

/** Lines that have a rate. */
export const knownLines = (lines: readonly TraitedLine[]): Known[] =>
  lines.flatMap((line) => (line.minor === null ? [] : [{ ...line, minor: line.minor }]));

/**
 * Revenue with everything given back; gross profit of the lines whose cost is known, with the booked money they are of all booked money;
 * what products of the future brought, and its share of a revenue above 0.
 */
export function mixOf(lines: readonly Known[], isFuture: (productId: string) => boolean): MixFigures {
  const revenue = total(lines.map(({ minor }) => minor));
  const costed = lines.filter(({ costMinor }) => costMinor !== null);
  const [covered, all] = [sizeOf(costed), sizeOf(lines)];
  const future = total(
    lines.filter(({ row }) => row.productId !== null && isFuture(row.productId)).map(({ minor }) => minor),
  );
  return {
    revenue,
    grossProfit: costed.length === 0 ? null : total(costed.map(({ minor, costMinor }) => minor - (costMinor ?? 0n))),
    costCoverage: all === 0n ? null : decimal(fraction(covered, all)),
    futureRevenue: future,
    futureShare: revenue > 0n ? decimal(fraction(future, revenue)) : null,
  };
}

/** Booked money, whichever way it went. */
export const sizeOf = (lines: readonly Known[]): bigint =>
  total(lines.map(({ minor }) => (minor < 0n ? -minor : minor)));
