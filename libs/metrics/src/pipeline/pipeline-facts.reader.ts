import { Injectable } from '@nestjs/common';
import { FunnelReader } from '@tandem/funnel';
import type { Currency } from '@tandem/kernel';
import { AskedPeriodReader, type AskedPeriod } from '../asked-period.reader';
import { DirectoryReader, type Directory } from '../directory.reader';
import type { Knowledge, Selected } from '../knowledge';
import { RecordedSinceReader } from '../recorded-since.reader';
import { DealBelongingsReader } from './deal-belongings.reader';
import { PipelineDealsReader } from './pipeline-deals.reader';
import {
  endRateDay,
  isInScopeOf,
  spanOf,
  type ClosingWish,
  type PipelineQuestion,
  type PipelineTold,
} from './pipeline-question';
import { PlanRatesReader } from '../plan-rates.reader';
import type { PlanRates } from '../rules/value-amount';
import { worthOf } from './rules/hold-pipeline';
import type { PipelineDeal, WaterfallQuestion } from './rules/move-pipeline';
import { selectChanged, selectPipeline } from './select-pipeline';

/** What a question about pipeline is about. */
export interface AskedPipeline {
  readonly asked: AskedPeriod;
  readonly directory: Directory;
  readonly knowledge: Knowledge;
  readonly told: PipelineTold;
}

/** Everything a question about pipeline is decided from. */
export interface PipelineFacts extends AskedPipeline {
  readonly deals: readonly PipelineDeal[];
  /** The scope, the span, and what anything is worth at the plan rates of both its ends. */
  readonly question: WaterfallQuestion;
}

/** Gathers the opportunities that can matter to a question about pipeline, and what they are valued by. */
@Injectable()
export class PipelineFactsReader {
  constructor(
    private readonly funnel: FunnelReader,
    private readonly periods: AskedPeriodReader,
    private readonly directories: DirectoryReader,
    private readonly recorded: RecordedSinceReader,
    private readonly belongings: DealBelongingsReader,
    private readonly logs: PipelineDealsReader,
    private readonly rates: PlanRatesReader,
  ) {}

  async ask({ period, reading = 'restated', asOf }: PipelineQuestion): Promise<AskedPipeline> {
    const [asked, directory] = await Promise.all([this.periods.read(period, asOf), this.directories.read()]);
    const unavailable = await this.recorded.whyUnknown(asked);
    return {
      asked,
      directory,
      knowledge: { reading, by: asked.knownBy },
      told: { range: asked.range, asOf: asked.now, reading, currency: asked.currency, unavailable },
    };
  }

  /**
   * With `onlyAbroad` those alone whose amount is in another than the reporting currency, with `onlyChanged` those that may have become
   * something else within the span.
   */
  async gather({
    closing,
    filter = {},
    onlyAbroad = false,
    onlyChanged = false,
    ...question
  }: PipelineQuestion & {
    readonly closing: ClosingWish;
    readonly onlyAbroad?: boolean;
    readonly onlyChanged?: boolean;
  }): Promise<PipelineFacts> {
    const ask = await this.ask(question);
    const { asked, directory, knowledge, told } = ask;
    const { period, currency, knownBy: by } = asked;
    const { from, until } = spanOf(asked);
    const since = new Date(from);
    const stageIds = onlyChanged ? (await this.funnel.stages()).map(({ id }) => id) : [];
    const select = () =>
      onlyChanged
        ? selectChanged({ range: asked.range, until: new Date(until), by, stageIds })
        : selectPipeline({ period, closing, since, by, filter, directory });
    const candidates = told.unavailable ? null : select();
    const selected = candidates && onlyAbroad ? abroadAmong(candidates, currency) : candidates;
    const timelines = selected ? await this.logs.timelines(selected, { knowledge, zone: asked.zone, currency }) : [];
    const deals = onlyAbroad ? timelines.map((deal) => onlyAbroadOf(deal, currency)) : timelines;
    const fitting = selected ? await this.belongings.fitting(selected, filter, knowledge) : null;
    const endDay = endRateDay(period, asked);
    const atStart = await this.rates.on(period.from, currency, by);
    const atEnd = endDay === period.from ? atStart : await this.rates.on(endDay, currency, by);
    const worthAt =
      (rates: PlanRates): WaterfallQuestion['worth'] =>
      (state) =>
        worthOf(state, rates, currency);
    return {
      ...ask,
      deals: fitting ? deals.filter(({ opportunityId }) => fitting.has(opportunityId)) : deals,
      question: {
        from,
        until,
        closing: closing === 'any' ? null : period,
        isInScope: isInScopeOf(filter, directory),
        worth: worthAt(atStart),
        worthAtEnd: worthAt(atEnd),
      },
    };
  }
}

/** Whoever ever had an amount in another currency. */
const abroadAmong = ({ sql, parameters }: Selected, currency: Currency): Selected => ({
  sql: `SELECT c.opportunity_id FROM (${sql}) c
    WHERE EXISTS (SELECT 1 FROM opportunity_move f WHERE f.opportunity_id = c.opportunity_id AND f.currency <> ?)`,
  parameters: [...parameters, currency],
});

/** While its amount is in the reporting currency, it is as good as away. */
const onlyAbroadOf = (deal: PipelineDeal, currency: Currency): PipelineDeal => ({
  ...deal,
  timeline: deal.timeline.map((state) =>
    state.currency === currency && state.outcome === 'open' ? { ...state, outcome: 'cancelled' } : state,
  ),
});
