import type { PipelineSum } from './follow-pipeline';
import { waterfallBuckets, type Movement, type WaterfallBucket } from './move-pipeline';

export interface WaterfallLine {
  readonly bucket: WaterfallBucket;
  /** Minor units of the reporting currency, with the sign by which it changes the pipeline. */
  readonly minor: bigint;
  /** Movements in the line: of the net waterfall so many opportunities, of the gross one so many changes. */
  readonly count: number;
}

/** What many opportunities add to a waterfall. */
export interface WaterfallSums {
  /** Every line, in order. */
  readonly lines: readonly WaterfallLine[];
  /** Opportunities in no line because a plan rate is missing: the waterfall is partial. */
  readonly withoutRate: number;
  /** Opportunities that end the period without an amount, but did not start it so. */
  readonly endsWithoutAmount: number;
  /** Wins valued at the plan rate, because their booking had no rate. */
  readonly wonWithoutRate: number;
}

export interface Waterfall extends WaterfallSums {
  /** Opportunities that start or end the period without an amount; they add 0. */
  readonly withoutAmount: number;
}

export interface TracedWaterfall extends Waterfall {
  /** Opportunity by opportunity. */
  readonly movements: readonly Movement[];
}

/**
 * Adds up the movements of many opportunities: start + new + pulled in + reopened + increased − decreased − pushed out − lost −
 * won − removed ± owner change ± rate = end. Unit: minor units of the reporting currency. Throws when it does not balance, because
 * that is a defect and no figure. Opportunities that could not be converted (null) are counted and in no line.
 */
export function sumWaterfall(deals: readonly (readonly Movement[] | null)[]): TracedWaterfall {
  const sums = new Map(waterfallBuckets.map((bucket) => [bucket, { minor: 0n, count: 0 }]));
  const [unpriced, unpricedAtStart] = [new Set<string>(), new Set<string>()];
  const movements: Movement[] = [];
  let wonWithoutRate = 0;
  for (const deal of deals) {
    for (const movement of deal ?? []) {
      const { bucket, minor, state, opportunityId } = movement;
      const sum = sums.get(bucket);
      if (sum) Object.assign(sum, { minor: sum.minor + minor, count: sum.count + 1 });
      if ((bucket === 'start' || bucket === 'end') && state.amountMinor === null) unpriced.add(opportunityId);
      if (bucket === 'start' && state.amountMinor === null) unpricedAtStart.add(opportunityId);
      if (bucket === 'won' && state.bookedMinor === null) wonWithoutRate++;
      movements.push(movement);
    }
  }
  const lines = [...sums].map(([bucket, sum]) => ({ bucket, ...sum }));
  const end = lines.at(-1)?.minor ?? 0n;
  const told = lines.slice(0, -1).reduce((total, { minor }) => total + minor, 0n);
  if (told !== end) throw new Error(`the waterfall does not balance: ${told} is not ${end}`);
  return {
    lines,
    movements,
    withoutRate: deals.filter((deal) => deal === null).length,
    withoutAmount: unpriced.size,
    endsWithoutAmount: unpriced.size - unpricedAtStart.size,
    wonWithoutRate,
  };
}

/** What is open at both ends of a period. */
export type PipelineEnds = Readonly<Record<'start' | 'end', Pick<PipelineSum, 'minor' | 'count' | 'withoutAmount'>>>;

/**
 * The net waterfall of a period from that of the opportunities that changed in it: whatever did not stands in start and end alone, with
 * the same amount, so both lines are what is open there. Unit: minor units of the reporting currency. Amounts in another currency
 * change by the rates of both ends, so none may be open at either. Throws when what did not change is not the same at both ends.
 * Source: sums of open pipeline, and of what changed either sums or its log.
 */
export function completeWaterfall(changed: WaterfallSums, ends: PipelineEnds): Waterfall {
  const still = (bucket: 'start' | 'end') => {
    const line = changed.lines.find((each) => each.bucket === bucket);
    return { minor: ends[bucket].minor - (line?.minor ?? 0n), count: ends[bucket].count - (line?.count ?? 0) };
  };
  const [atStart, atEnd] = [still('start'), still('end')];
  if (atStart.minor !== atEnd.minor || atStart.count !== atEnd.count || atStart.count < 0)
    throw new Error(`what did not change is ${atStart.minor} at the start and ${atEnd.minor} at the end`);
  const { withoutRate, endsWithoutAmount, wonWithoutRate } = changed;
  return {
    withoutRate,
    endsWithoutAmount,
    wonWithoutRate,
    lines: changed.lines.map((line) =>
      line.bucket === 'start' || line.bucket === 'end'
        ? { ...line, minor: ends[line.bucket].minor, count: ends[line.bucket].count }
        : line,
    ),
    withoutAmount: ends.start.withoutAmount + changed.endsWithoutAmount,
  };
}
