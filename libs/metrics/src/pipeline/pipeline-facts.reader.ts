import { Injectable } from '@nestjs/common';
import { AskedPeriodReader, type AskedPeriod } from '../asked-period.reader';
import { DirectoryReader } from '../directory.reader';
import type { Knowledge } from '../knowledge';
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
import { selectPipeline } from './select-pipeline';

/** Everything a question about pipeline is decided from. */
export interface PipelineFacts {
  readonly asked: AskedPeriod;
  readonly knowledge: Knowledge;
  readonly told: PipelineTold;
  readonly deals: readonly PipelineDeal[];
  /** The scope, the span, and what anything is worth at the plan rates of both its ends. */
  readonly question: WaterfallQuestion;
}

/** Gathers the opportunities that can matter to a question about pipeline, and what they are valued by. */
@Injectable()
export class PipelineFactsReader {
  constructor(
    private readonly periods: AskedPeriodReader,
    private readonly directories: DirectoryReader,
    private readonly recorded: RecordedSinceReader,
    private readonly belongings: DealBelongingsReader,
    private readonly logs: PipelineDealsReader,
    private readonly rates: PlanRatesReader,
  ) {}

  async gather({
    period: key,
    closing,
    filter = {},
    reading = 'restated',
    asOf,
  }: PipelineQuestion & { readonly closing: ClosingWish }): Promise<PipelineFacts> {
    const asked = await this.periods.read(key, asOf);
    const { period, currency, knownBy: by } = asked;
    const knowledge = { reading, by };
    const directory = await this.directories.read();
    const unavailable = await this.recorded.whyUnknown(asked);
    const { from, until } = spanOf(asked);
    const since = new Date(from);
    const selected = unavailable ? null : selectPipeline({ period, closing, since, by, filter, directory });
    const deals = selected ? await this.logs.timelines(selected, { knowledge, zone: asked.zone, currency }) : [];
    const fitting = selected ? await this.belongings.fitting(selected, filter, knowledge) : null;
    const endDay = endRateDay(period, asked);
    const atStart = await this.rates.on(period.from, currency, by);
    const atEnd = endDay === period.from ? atStart : await this.rates.on(endDay, currency, by);
    const worthAt =
      (rates: PlanRates): WaterfallQuestion['worth'] =>
      (state) =>
        worthOf(state, rates, currency);
    return {
      asked,
      knowledge,
      told: { range: asked.range, asOf: asked.now, reading, currency, unavailable },
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
