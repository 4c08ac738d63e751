import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { money, type Money } from '@tandem/kernel';
import { FiguresReader } from '../figures.reader';
import { pageOf, type PageOf, type Paging } from '../page-contributions';
import { note, type Note } from '../rules/figure-value';
import { PipelineFactsReader, type PipelineFacts } from './pipeline-facts.reader';
import { notesOf, type PipelineFilter, type PipelineQuestion, type PipelineTold } from './pipeline-question';
import { PipelineRecordsReader, type PipelineRecord } from './pipeline-records.reader';
import { coverQuota, type Cover } from './rules/cover-quota';
import { heldAt, sumHeld, type HeldDeal } from './rules/follow-pipeline';

/** The pipeline closing in the period is what covers its quota, so no question says otherwise. */
export type CoverageWish = Omit<PipelineQuestion, 'closing'>;

/** At the start of the period, or from now (or its end) on. */
export type CoverageMoment = 'start' | 'to_go';

export interface CoverageView extends Cover {
  readonly count: number;
  readonly pipeline: Money;
  /** What it has to cover: the quota, or what is left of it; null without a quota. */
  readonly toCover: Money | null;
  readonly notes: readonly Note[];
}

export interface CoverageAnswer extends PipelineTold {
  /** As in quota attainment of the same scope, whose records are those behind these two. */
  readonly quota: Money | null;
  readonly won: Money | null;
  readonly start: CoverageView;
  readonly toGo: CoverageView;
}

export interface CoverageRecord extends PipelineRecord {
  /** What it adds to the pipeline; null without an amount or a rate. */
  readonly value: Money | null;
}

export interface CoverageRecords extends PageOf<CoverageRecord>, PipelineTold {}

/** How often open pipeline closing in a period covers its quota. */
@Injectable()
export class CoverageReader {
  constructor(
    private readonly database: Database,
    private readonly figures: FiguresReader,
    private readonly facts: PipelineFactsReader,
    private readonly records: PipelineRecordsReader,
  ) {}

  async coverage(wish: CoverageWish = {}): Promise<CoverageAnswer> {
    return this.database.snapshot(async () => {
      const facts = await this.facts.gather({ ...wish, closing: 'in_period' });
      const { quota, won, why } = await this.aim(wish);
      const unavailable = facts.told.unavailable ?? why;
      const view = (moment: CoverageMoment): CoverageView => {
        const { minor, count, ...leftOut } = sumHeld(heldAtMoment(facts, moment));
        const wonMinor = moment === 'start' ? 0n : (won?.amountMinor ?? 0n);
        const quotaMinor = quota?.amountMinor ?? null;
        return {
          ...coverQuota({ pipelineMinor: minor, wonMinor, quotaMinor, unavailable }),
          count,
          pipeline: money(minor, facts.asked.currency),
          toCover: quota && money(quota.amountMinor - wonMinor, quota.currency),
          notes: notesOf(leftOut),
        };
      };
      return { ...facts.told, quota, won, start: view('start'), toGo: view('to_go') };
    });
  }

  /** The open pipeline of one of the two moments. */
  async pipeline(moment: CoverageMoment, { limit, cursor, ...wish }: CoverageWish & Paging): Promise<CoverageRecords> {
    return this.database.snapshot(async () => {
      const facts = await this.facts.gather({ ...wish, closing: 'in_period' });
      const page = pageOf(heldAtMoment(facts, moment), ({ opportunityId }) => opportunityId, { limit, cursor });
      const named = await this.records.named(page.items, facts.knowledge);
      return {
        ...facts.told,
        ...page,
        items: named.map(({ minor, weightedMinor: _, ...record }) => ({
          ...record,
          value: minor === null ? null : money(minor, facts.asked.currency),
        })),
      };
    });
  }

  /** Quota and bookings as quota attainment has them, so that both figures always stand on the same two numbers. */
  private async aim({ period, asOf, reading, filter = {} }: CoverageWish) {
    const none = { quota: null, won: null };
    if (isNarrower(filter)) return { ...none, why: note('quota_not_by_slice') };
    const { figures } = await this.figures.figures({ period, asOf, reading, filter });
    const attainment = figures.find(({ key }) => key === 'quota_attainment');
    const part = (wanted: string): Money | null => {
      const value = attainment?.parts.find(({ key }) => key === wanted)?.value;
      return value?.unit === 'money' ? value.money : null;
    };
    return { quota: part('quota'), won: part('bookings'), why: attainment?.unavailable ?? null };
  }
}

/** Quotas are set for teams and people only. */
const isNarrower = ({ campaignId, productId, segment }: PipelineFilter): boolean =>
  [campaignId, productId, segment].some((wished) => wished !== undefined);

const heldAtMoment = ({ deals, question }: PipelineFacts, moment: CoverageMoment): HeldDeal[] =>
  heldAt(deals, moment === 'start' ? question.from : question.until, { ...question, probability: () => 0 });
