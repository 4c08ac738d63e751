import type { PlainDate } from '@tandem/kernel';
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

/** The measures of each kind of sum. */
export const measuresOf: Readonly<Record<Cell['kind'], readonly string[]>> = {
  sales: Object.keys(noSales),
  pipeline: ['open', 'withoutAmount', 'valueMinor', 'weightedMinor'],
  entry: ['entered', 'implied', 'undated', 'valued', 'valueMinor'],
  conversion: ['converted'],
  stay: ['stays'],
};

export const modeBits = { ordered: 1, strict: 2, any: 4 } as const;
