import { sumMinor } from '../../lines/rules/sum-minor';
import { groupBy } from '../../rules/group-by';
import { roundTo } from '../../rules/allocate';
import { ratio, type Ratio } from '../../rules/ratio';

/** By what a mix is told. */
export const mixKinds = ['product', 'segment', 'team', 'person', 'booking_type'] as const;
export type MixKind = (typeof mixKinds)[number];

/** A convertible booking line as a mix sees it. */
export interface MixedLine {
  readonly reportingMinor: bigint;
  /** Direct cost in the reporting currency; null is unknown. */
  readonly costMinor: bigint | null;
  readonly productId: string | null;
  readonly segment: string | null;
  readonly teamId: string | null;
  readonly ownerId: string | null;
  readonly bookingType: string;
  /** Of a product the organisation's future stands on. */
  readonly isFuture: boolean;
}

export interface MixFigures {
  /** Net revenue, refunds and credits included. */
  readonly revenueMinor: bigint;
  /** Revenue less direct cost of the lines whose cost is known; null when none is. */
  readonly profitMinor: bigint | null;
  /** Known money ÷ booked money, by the size of the lines; null without lines of any size. */
  readonly coverage: Ratio | null;
  readonly futureMinor: bigint;
  /** Revenue of future products ÷ revenue; null when revenue is 0 or below. */
  readonly futureShare: Ratio | null;
}

export interface MixPart extends MixFigures {
  /** Null for lines without the attribute. */
  readonly id: string | null;
  /** Of the whole, in millionths that add up to a million; null when the whole is 0 or below. */
  readonly share: Ratio | null;
}

const million = 1_000_000n;

/**
 * The figures of some lines. Lines of unknown cost leave both sides of gross profit, and cost coverage says how much remains; refunds
 * of a future product lessen its revenue. Unit: minor units of the reporting currency. Source: booking lines and products.
 */
export function mixOf(lines: readonly MixedLine[]): MixFigures {
  const costed = lines.filter(({ costMinor }) => costMinor !== null);
  const revenueMinor = sumMinor(lines, ({ reportingMinor }) => reportingMinor);
  const futureMinor = sumMinor(
    lines.filter(({ isFuture }) => isFuture),
    ({ reportingMinor }) => reportingMinor,
  );
  const booked = sumMinor(lines, sizeOf);
  return {
    revenueMinor,
    profitMinor: costed.length === 0 ? null : sumMinor(costed, profitOf),
    coverage: booked === 0n ? null : ratio(sumMinor(costed, sizeOf), booked),
    futureMinor,
    futureShare: revenueMinor > 0n ? ratio(futureMinor, revenueMinor) : null,
  };
}

/**
 * The lines by one attribute, the largest revenue first. Every line is in exactly one part, so revenue, gross profit and
 * future revenue of the parts add up to those of the whole, and the shares to exactly 1 (largest remainder).
 */
export function mixLines(lines: readonly MixedLine[], by: MixKind): MixPart[] {
  const whole = sumMinor(lines, ({ reportingMinor }) => reportingMinor);
  const parts = [...groupBy(lines, keyOf[by])].map(([id, some]) => ({ id, ...mixOf(some) })).sort(bySize);
  if (whole <= 0n) return parts.map((part) => ({ ...part, share: null }));
  const shares = roundTo(
    million,
    parts.map(({ revenueMinor }) => ratio(revenueMinor * million, whole)),
  );
  return parts.map((part, place) => ({ ...part, share: ratio(shares[place] ?? 0n, million) }));
}

export const keyOf: Readonly<Record<MixKind, (line: MixedLine) => string | null>> = {
  product: ({ productId }) => productId,
  segment: ({ segment }) => segment,
  team: ({ teamId }) => teamId,
  person: ({ ownerId }) => ownerId,
  booking_type: ({ bookingType }) => bookingType,
};

/** What a line of known cost earns; nothing of one whose cost is unknown. */
export const profitOf = ({ reportingMinor, costMinor }: MixedLine): bigint =>
  costMinor === null ? 0n : reportingMinor - costMinor;

/** A refund does not make cost any better known. */
const sizeOf = ({ reportingMinor }: MixedLine): bigint => (reportingMinor < 0n ? -reportingMinor : reportingMinor);

function bySize(one: Omit<MixPart, 'share'>, other: Omit<MixPart, 'share'>): number {
  if (one.revenueMinor !== other.revenueMinor) return one.revenueMinor > other.revenueMinor ? -1 : 1;
  return (one.id ?? '~') < (other.id ?? '~') ? -1 : 1;
}
