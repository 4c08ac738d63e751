import { waterfallBuckets, type Movement, type WaterfallBucket } from './move-pipeline';

export interface WaterfallLine {
  readonly bucket: WaterfallBucket;
  /** Minor units of the reporting currency, with the sign by which it changes the pipeline. */
  readonly minor: bigint;
  /** Movements in the line: of the net waterfall so many opportunities, of the gross one so many changes. */
  readonly count: number;
}

export interface Waterfall {
  /** Every line, in order. */
  readonly lines: readonly WaterfallLine[];
  /** Opportunity by opportunity. */
  readonly movements: readonly Movement[];
  /** Opportunities in no line because a plan rate is missing: the waterfall is partial. */
  readonly withoutRate: number;
  /** Opportunities that start or end the period without an amount; they add 0. */
  readonly withoutAmount: number;
  /** Wins valued at the plan rate, because their booking had no rate. */
  readonly wonWithoutRate: number;
}

/**
 * Adds up the movements of many opportunities: start + new + pulled in + reopened + increased − decreased − pushed out − lost −
 * won − removed ± owner change ± rate = end. Unit: minor units of the reporting currency. Throws when it does not balance, because
 * that is a defect and no figure. Opportunities that could not be converted (null) are counted and in no line.
 */
export function sumWaterfall(deals: readonly (readonly Movement[] | null)[]): Waterfall {
  const sums = new Map(waterfallBuckets.map((bucket) => [bucket, { minor: 0n, count: 0 }]));
  const unpriced = new Set<string>();
  const movements: Movement[] = [];
  let wonWithoutRate = 0;
  for (const deal of deals) {
    for (const movement of deal ?? []) {
      const { bucket, minor, state, opportunityId } = movement;
      const sum = sums.get(bucket);
      if (sum) Object.assign(sum, { minor: sum.minor + minor, count: sum.count + 1 });
      if ((bucket === 'start' || bucket === 'end') && state.amountMinor === null) unpriced.add(opportunityId);
      if (bucket === 'won' && state.bookedMinor === null) wonWithoutRate++;
      movements.push(movement);
    }
  }
  const lines = [...sums].map(([bucket, sum]) => ({ bucket, ...sum }));
  const end = lines.at(-1)?.minor ?? 0n;
  const told = lines.slice(0, -1).reduce((total, { minor }) => total + minor, 0n);
  if (told !== end) throw new Error(`the waterfall does not balance: ${told} is not ${end}`);
  const withoutRate = deals.filter((deal) => deal === null).length;
  return { lines, movements, withoutRate, withoutAmount: unpriced.size, wonWithoutRate };
}
