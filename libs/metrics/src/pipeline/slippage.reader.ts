import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { money, type Currency, type Money } from '@tandem/kernel';
import { pageOf, type PageOf, type Paging } from '../page-contributions';
import { note, type Note } from '../rules/figure-value';
import type { Ratio } from '../rules/ratio';
import type { Interval } from '../rules/wilson-interval';
import { PipelineFactsReader } from './pipeline-facts.reader';
import { notesOf, type PipelineQuestion, type PipelineTold } from './pipeline-question';
import { PipelineRecordsReader, type PipelineRecord } from './pipeline-records.reader';
import type { PipelineSum } from './rules/follow-pipeline';
import { measureSlippage } from './rules/measure-slippage';

/** The pipeline closing in the period is what can slip, so no question says otherwise. */
export type SlippageWish = Omit<PipelineQuestion, 'closing'>;

interface Pile {
  readonly count: number;
  readonly value: Money;
}

export interface SlippageAnswer extends PipelineTold {
  readonly due: Pile;
  readonly slipped: Pile;
  readonly share: Ratio | null;
  readonly shareOfValue: Ratio | null;
  readonly interval: Interval | null;
  /** By month of the new close date, `no_date`, or `still_due`. */
  readonly went: readonly (Pile & { readonly to: string })[];
  readonly notes: readonly Note[];
}

export interface SlippageRecord extends PipelineRecord {
  /** What it was worth at the start; null without an amount or a rate. */
  readonly value: Money | null;
  readonly closeDateAfter: string | null;
  /** Null if it did not slip. */
  readonly went: string | null;
}

export interface SlippageRecords extends PageOf<SlippageRecord>, PipelineTold {}

/** What was due in a period and is still open at its end, and where it went. */
@Injectable()
export class SlippageReader {
  constructor(
    private readonly database: Database,
    private readonly facts: PipelineFactsReader,
    private readonly records: PipelineRecordsReader,
  ) {}

  async slippage(wish: SlippageWish = {}): Promise<SlippageAnswer> {
    return this.database.snapshot(async () => {
      const { facts, slippage } = await this.measure(wish);
      const { told, question, asked } = facts;
      const { due, slipped, share, shareOfValue, interval, went } = slippage;
      const isRunning = question.until < asked.range.untilInstant.getTime();
      return {
        ...told,
        unavailable: told.unavailable ?? (due.count === 0 ? note('nothing_due') : null),
        due: pileOf(due, asked.currency),
        slipped: pileOf(slipped, asked.currency),
        share,
        shareOfValue,
        interval,
        went: went.map(({ to, ...sum }) => ({ to, ...pileOf(sum, asked.currency) })),
        notes: [...notesOf(due), ...(isRunning && due.count > 0 ? [note('still_running')] : [])],
      };
    });
  }

  /** Those that were due, those of them that slipped, or those of these that went one way. */
  async due(
    { of, to }: { readonly of: 'due' | 'slipped'; readonly to?: string | undefined },
    { limit, cursor, ...wish }: SlippageWish & Paging,
  ): Promise<SlippageRecords> {
    return this.database.snapshot(async () => {
      const { facts, slippage } = await this.measure(wish);
      const all = of === 'due' && to === undefined;
      const deals = slippage.deals.filter(({ went }) => all || (went !== null && (to === undefined || went === to)));
      const page = pageOf(deals, ({ opportunityId }) => opportunityId, { limit, cursor });
      const named = await this.records.named(page.items, facts.knowledge);
      return {
        ...facts.told,
        ...page,
        items: named.map(({ minor, after, ...record }) => ({
          ...record,
          value: minor === null ? null : money(minor, facts.asked.currency),
          closeDateAfter: after?.closeDate ?? null,
        })),
      };
    });
  }

  private async measure(wish: SlippageWish) {
    const facts = await this.facts.gather({ ...wish, closing: 'in_period' });
    return { facts, slippage: measureSlippage(facts.deals, { ...facts.question, probability: () => 0 }) };
  }
}

const pileOf = ({ count, minor }: Pick<PipelineSum, 'count' | 'minor'>, currency: Currency): Pile => ({
  count,
  value: money(minor, currency),
});
