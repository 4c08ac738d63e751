import type { PlainDate } from '@tandem/kernel';
import { waterfallBuckets, type WaterfallBucket } from '../../pipeline/rules/move-pipeline';
import { noSales, type SalesSums } from '../../rules/sum-sales';

/** Whose something is: all that a question can be narrowed to. */
export interface CellCredit {
  readonly teamId: string;
  readonly ownerId: string;
  readonly sourceId: string | null;
  readonly campaignId: string | null;
  readonly productId: string | null;
  readonly segment: string | null;
}

/** Whose something of one opportunity is, by team and person: the same one for all that is theirs. */
export function creditsOf({
  sourceId,
  campaignId,
  productId,
  segment,
}: Omit<CellCredit, 'teamId' | 'ownerId'>): (whose: Pick<CellCredit, 'teamId' | 'ownerId'>) => CellCredit {
  const known: CellCredit[] = [];
  return ({ teamId, ownerId }) => {
    for (const credit of known) if (credit.teamId === teamId && credit.ownerId === ownerId) return credit;
    const credit: CellCredit = { teamId, ownerId, sourceId, campaignId, productId, segment };
    known.push(credit);
    return credit;
  };
}

/** Which of the two readings has it so. */
export type CellReading = 'both' | 'restated' | 'reported';

/** What rows of a funnel count of first entries; amounts in minor units of the cell's own currency. */
export interface EntryMeasures {
  readonly entered: number;
  readonly implied: number;
  readonly undated: number;
  /** Entries with an amount. */
  readonly valued: number;
  readonly valueMinor: bigint;
}

/** What is open; amounts in minor units of the cell's own currency. */
export interface PipelineMeasures {
  readonly open: number;
  /** Open without an amount. */
  readonly withoutAmount: number;
  readonly valueMinor: bigint;
  /** Amount × probability, half even opportunity by opportunity. */
  readonly weightedMinor: bigint;
}

/** The spans that people ask for by a key; a month after `P` is one of the fiscal calendar, where that is not everybody's. */
export const standardSpans = ['week', 'month', 'fiscal_month', 'quarter', 'year'] as const;
export type StandardSpan = (typeof standardSpans)[number];

/**
 * What of a net waterfall is kept: its lines; how many end a period without an amount and did not start it so; how many wins have no rate;
 * and how many opportunities are in no line, because it hangs on a plan rate what they are worth.
 */
export const waterfallLines = [...waterfallBuckets, 'end_unpriced', 'won_unrated', 'abroad'] as const;
export type WaterfallLine = (typeof waterfallLines)[number];

/** Lines that amounts stand in; of the others it is only counted how many they are. */
const isOfMoney = (line: WaterfallLine): line is WaterfallBucket => waterfallBuckets.some((bucket) => bucket === line);

/** Amounts in minor units of the reporting currency, with the sign by which they change the pipeline. */
export interface WaterfallMeasures {
  readonly count: number;
  readonly minor: bigint;
}

/** To whom a line is told: to the whole, where a team is as good as another; to one team; or to both, where no other team had it. */
export type WaterfallScope = 'whole' | 'team' | 'both';

interface Place {
  readonly credit: CellCredit;
  /** The day it counts on. */
  readonly day: PlainDate;
}

/** Bits of the modes in which a row of the funnel has it so. */
interface InFunnel extends Place {
  readonly modes: number;
}

/** What one opportunity adds to one place of one kind of sum. */
export type Placed =
  | ({ readonly kind: 'sales'; readonly measures: SalesSums } & Place)
  | ({
      readonly kind: 'pipeline';
      /** The first day of the month it is expected to close in; null without a date. */
      readonly closeMonth: PlainDate | null;
      readonly currency: string;
      readonly measures: PipelineMeasures;
    } & Place)
  | ({
      readonly kind: 'waterfall';
      /** Of which kind of period `day` is the first. */
      readonly span: StandardSpan;
      /** The last day of the period. */
      readonly last: PlainDate;
      readonly scope: WaterfallScope;
      readonly line: WaterfallLine;
      readonly measures: WaterfallMeasures;
    } & Place)
  | ({
      readonly kind: 'entry';
      readonly row: number;
      readonly currency: string;
      readonly measures: EntryMeasures;
    } & InFunnel)
  | ({
      readonly kind: 'conversion';
      readonly from: number;
      readonly to: number;
      readonly elapsedDays: number;
      readonly measures: { readonly converted: number };
    } & InFunnel)
  | ({
      readonly kind: 'stay';
      readonly row: number;
      readonly hours: number;
      readonly measures: { readonly stays: number };
    } & InFunnel);

/** What a funnel is counted from. */
export type OfFunnel = Extract<Placed, InFunnel>;

/** The same with who has it so and since which day it is known; signed, because what is learned later takes back what was told before. */
export type Cell = Placed & { readonly reading: CellReading; readonly known: PlainDate };

/** The columns of a line of a waterfall: they stand beside each other in one row of the sums, because they are asked for together. */
export const waterfallColumns = (line: WaterfallLine): string[] =>
  isOfMoney(line) ? [`${line}_count`, `${line}_minor`] : [`${line}_count`];

/** The measures of each kind of sum. */
export const measuresOf: Readonly<Record<Cell['kind'], readonly string[]>> = {
  sales: Object.keys(noSales),
  pipeline: ['open', 'withoutAmount', 'valueMinor', 'weightedMinor'],
  waterfall: waterfallLines.flatMap(waterfallColumns),
  entry: ['entered', 'implied', 'undated', 'valued', 'valueMinor'],
  conversion: ['converted'],
  stay: ['stays'],
};

export const modeBits = { ordered: 1, strict: 2, any: 4 } as const;
