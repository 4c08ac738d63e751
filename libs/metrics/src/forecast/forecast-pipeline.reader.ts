import { Injectable } from '@nestjs/common';
import { FunnelReader, type Stage } from '@tandem/funnel';
import { AccountMergesReader } from '../account-merges.reader';
import type { AskedPeriod } from '../asked-period.reader';
import type { Directory } from '../directory.reader';
import type { Reading } from '../rules/facts';
import { DecidedDealsReader } from './decided-deals.reader';
import { OpenDealsReader } from './open-deals.reader';
import { PlanRatesReader } from '../plan-rates.reader';
import { valueAmount } from '../rules/value-amount';
import type { ChancedStage } from './rules/choose-probability';
import { learnChances } from './rules/learn-chances';
import type { WeighedDeal } from './rules/open-deal';
import { earliestClose, weighDeals } from './rules/weigh-deals';

/** A stage with what was learned of it. */
export type LearnedStage = Stage & ChancedStage;

/** The open part of a forecast, of the whole organisation. */
export interface ForecastPipeline {
  /** Open stages in the order of the funnel. */
  readonly stages: readonly LearnedStage[];
  readonly deals: readonly WeighedDeal[];
}

/** Gathers the open opportunities that a period is forecast from and weighs each, by what was known then and nothing later. */
@Injectable()
export class ForecastPipelineReader {
  constructor(
    private readonly funnel: FunnelReader,
    private readonly decided: DecidedDealsReader,
    private readonly open: OpenDealsReader,
    private readonly rates: PlanRatesReader,
    private readonly merges: AccountMergesReader,
  ) {}

  async read(asked: AskedPeriod, directory: Directory, reading: Reading): Promise<ForecastPipeline> {
    const { period, today, knownBy: by, currency } = asked;
    const knowledge = { reading, by };
    const stages = await this.funnel.stages();
    const [decided, rates, survived] = await Promise.all([
      this.decided.until(today, knowledge),
      this.rates.on(period.from, currency, by),
      this.merges.survivors(knowledge),
    ]);
    const chances = learnChances(decided, stages);
    const learned = stages
      .filter((stage) => stage.class === 'open')
      .map((stage) => ({ ...stage, chance: chances.get(stage.id) ?? null }));
    const deals = await this.open.closing({
      from: earliestClose(asked),
      until: period.until,
      by,
      worthOf: (amountMinor, own) => valueAmount(amountMinor, own, { currency, rates }),
      officeOf: (teamId) => directory.teams.get(teamId)?.officeId ?? null,
      survived,
    });
    const byId = new Map(learned.map((stage) => [stage.id as string, stage]));
    return { stages: learned, deals: weighDeals(deals, { period, today, stages: byId }) };
  }
}
