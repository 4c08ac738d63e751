import { sumMinor } from '../../lines/rules/sum-minor';
import { ratio, type Ratio } from '../../rules/ratio';

/** What became of an opportunity that was due in a period: still open behind its close date, or open for longer than planned. */
export type DueFate = 'won' | 'lost' | 'slipped' | 'late';

/** An opportunity that was decided in a period or should have been. */
export interface DueDeal {
  readonly opportunityId: string;
  readonly fate: DueFate;
  /** The place of the furthest open stage it reached; a won one reached them all. */
  readonly stage: number;
  /** What it was won for, at plan rates; 0 unless won. */
  readonly plannedMinor: bigint;
  /** What the rates it was booked at gave beyond plan rates. */
  readonly rateMinor: bigint;
}

/** How the due deals that reached a stage went on from it; each share is null where nobody is below the line. */
export interface StageDrivers {
  /** Of those that reached it, those that did not slip in it. */
  readonly slippage: Ratio | null;
  /** Of these, those that were decided in time. */
  readonly speed: Ratio | null;
  /** Of these, those that went on. */
  readonly conversion: Ratio | null;
}

/** Revenue of a period as a product: volume × the three shares of each stage × size, and what is added to it. */
export interface Drivers {
  /** Deals due; of a plan it need not be whole. Null when nothing says how many. */
  readonly volume: Ratio | null;
  readonly stages: readonly StageDrivers[];
  /** Average win at plan rates, in minor units; null without a win. */
  readonly size: Ratio | null;
  /** Won at plan rates: the product of all above. */
  readonly wonMinor: bigint;
  readonly rateMinor: bigint;
  /** Refunds, reversals and adjustments. */
  readonly otherMinor: bigint;
}

/** The deals below the line of a share of one stage, and those of them above it. */
export interface StageDeals<Deal> {
  readonly reached: readonly Deal[];
  readonly unslipped: readonly Deal[];
  readonly decided: readonly Deal[];
  readonly wentOn: readonly Deal[];
}

/** Who reached a stage, who of them did not slip in it, who of these was decided in time, and who of these went on. */
export function stageDeals<Deal extends DueDeal>(deals: readonly Deal[], stage: number): StageDeals<Deal> {
  const reached = deals.filter((deal) => deal.fate === 'won' || deal.stage >= stage);
  const stuck = (fate: DueFate) => (deal: Deal) => deal.fate === fate && deal.stage === stage;
  const unslipped = reached.filter((deal) => !stuck('slipped')(deal));
  const decided = unslipped.filter((deal) => !stuck('late')(deal));
  return { reached, unslipped, decided, wentOn: decided.filter((deal) => !stuck('lost')(deal)) };
}

/**
 * What made the revenue of a period: how many deals were due; at each open stage the share that did not slip, that was decided in
 * time and that went on; and the average win. Because all shares are of the same deals, their product is the number of wins
 * exactly; no rates of different cohorts are multiplied. Unit: deals, shares, minor units. Source: the log and booking lines.
 */
export function countDrivers(deals: readonly DueDeal[], stages: number, otherMinor: bigint): Drivers {
  const won = deals.filter(({ fate }) => fate === 'won');
  const wonMinor = sumMinor(won, ({ plannedMinor }) => plannedMinor);
  return {
    volume: ratio(BigInt(deals.length), 1n),
    stages: Array.from({ length: stages }, (_, stage) => {
      const { reached, unslipped, decided, wentOn } = stageDeals(deals, stage);
      return {
        slippage: share(unslipped, reached),
        speed: share(decided, unslipped),
        conversion: share(wentOn, decided),
      };
    }),
    size: won.length === 0 ? null : ratio(wonMinor, BigInt(won.length)),
    wonMinor,
    rateMinor: sumMinor(won, ({ rateMinor }) => rateMinor),
    otherMinor,
  };
}

const share = (some: readonly unknown[], of: readonly unknown[]): Ratio | null =>
  of.length === 0 ? null : ratio(BigInt(some.length), BigInt(of.length));
