import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@tandem/kernel';
import type { Directory } from '../directory.reader';
import type { BilingualName } from '../figure';
import type { FigureRecord } from '../figure-records.reader';
import type { PageOf } from '../page-contributions';
import { RecordNamesReader } from '../record-names.reader';
import { asMoney, type FigureValue } from '../rules/figure-value';
import type { DealProbability, ForecastPlace, OpenCategory, WeighedDeal } from './rules/open-deal';

/** A part of the forecast that opens into its records. */
export type ForecastPart = 'won' | ForecastPlace;

export interface ForecastRecordsWish {
  readonly of: ForecastPart;
  /** Only of a stage, and only of a category; both of open opportunities. */
  readonly stageId?: string | undefined;
  readonly category?: OpenCategory | undefined;
}

/** A row behind a forecast: a booking line that is won, or an open opportunity. */
export interface ForecastRecord {
  readonly kind: 'booking' | 'opportunity';
  readonly id: string;
  readonly of: ForecastPart;
  readonly opportunityId: string | null;
  readonly name: BilingualName;
  readonly accountName: BilingualName | null;
  readonly ownerName: BilingualName | null;
  /** The booking date, or the close date. */
  readonly date: PlainDate | null;
  readonly stageId: string | null;
  readonly category: OpenCategory | 'closed';
  readonly chance: DealProbability | null;
  /** In the reporting currency; null without an amount or a rate. */
  readonly worth: FigureValue | null;
  /** What it adds to the forecast; null for what is left out. */
  readonly contribution: FigureValue | null;
}

export type ForecastRecords = PageOf<ForecastRecord>;

/** Gives the records of one page their names. */
@Injectable()
export class ForecastRecordsReader {
  constructor(private readonly names: RecordNamesReader) {}

  ofBooking({ id, opportunityId, name, accountName, ownerName, date, value }: FigureRecord): ForecastRecord {
    const named = { name, accountName, ownerName, date, opportunityId };
    return {
      kind: 'booking',
      id,
      of: 'won',
      ...named,
      stageId: null,
      category: 'closed',
      chance: null,
      worth: value,
      contribution: value,
    };
  }

  async ofDeals(deals: readonly WeighedDeal[], directory: Directory, currency: string): Promise<ForecastRecord[]> {
    const [opportunities, accounts] = await Promise.all([
      this.names.opportunities(deals.map(({ opportunityId }) => opportunityId)),
      this.names.accounts(deals.map(({ accountId }) => accountId)),
    ]);
    const moneyOf = (minor: bigint | null) => (minor === null ? null : asMoney(minor, currency));
    return deals.map((deal) => ({
      kind: 'opportunity',
      id: deal.opportunityId,
      of: deal.place,
      opportunityId: deal.opportunityId,
      name: opportunities.get(deal.opportunityId) ?? { en: deal.opportunityId, zhTW: null },
      accountName: (deal.accountId !== null && accounts.get(deal.accountId)) || null,
      ownerName: deal.ownerId === null ? null : directory.nameOf('person', deal.ownerId),
      date: deal.closeDate,
      stageId: deal.stageId,
      category: deal.category,
      chance: { probability: deal.probability, basis: deal.basis },
      worth: moneyOf(deal.worthMinor),
      contribution: deal.place === 'open' ? moneyOf(deal.weightedMinor) : null,
    }));
  }
}
