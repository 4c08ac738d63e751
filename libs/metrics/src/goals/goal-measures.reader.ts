import { Injectable } from '@nestjs/common';
import { money, type Currency } from '@tandem/kernel';
import { AcquisitionCostReader } from '../acquisition/acquisition-cost.reader';
import { FiguresReader } from '../figures.reader';
import { CyclesReader } from '../flow/cycles.reader';
import { DealSizesReader } from '../flow/deal-sizes.reader';
import { HandOffAnswersReader } from '../flow/hand-off-answers.reader';
import { WinRatesReader } from '../flow/win-rates.reader';
import { CoverageReader, type CoverageView } from '../pipeline/coverage.reader';
import { SlippageReader } from '../pipeline/slippage.reader';
import { WaterfallReader } from '../pipeline/waterfall.reader';
import type { Reading } from '../rules/facts';
import { asCount, note, type FigureValue, type Note } from '../rules/figure-value';
import type { Ratio } from '../rules/ratio';
import type { GoalKey, OtherGoalKey } from './goal-figures';
import { filterOf, type GoalSlice } from './rules/goal-slice';

/** What every figure of a goal is asked with. */
export interface GoalQuestion {
  readonly period: string;
  readonly asOf?: string | Date | undefined;
  readonly reading?: Reading | undefined;
}

/** What a figure is; `value` is null exactly when `unavailable` says why. */
export interface Measured {
  readonly value: FigureValue | null;
  readonly unavailable: Note | null;
  /** There is nothing left to measure, because all of it is reached. */
  readonly isMet?: boolean;
}

type Answers = Partial<Readonly<Record<GoalKey, Measured>>>;

/** Measures figures as their own questions do, so that a goal never shows another number than its figure. */
@Injectable()
export class GoalMeasuresReader {
  constructor(
    private readonly figures: FiguresReader,
    private readonly rates: WinRatesReader,
    private readonly sizes: DealSizesReader,
    private readonly cycles: CyclesReader,
    private readonly handOffs: HandOffAnswersReader,
    private readonly costs: AcquisitionCostReader,
    private readonly coverages: CoverageReader,
    private readonly slippages: SlippageReader,
    private readonly waterfalls: WaterfallReader,
  ) {}

  /** Some figures of one slice, each question asked once. */
  async measure(
    keys: readonly GoalKey[],
    slice: GoalSlice | null,
    question: GoalQuestion,
  ): Promise<Map<GoalKey, Measured>> {
    const measured = new Map<GoalKey, Measured>();
    for (const key of keys) {
      if (measured.has(key)) continue;
      const answers = await this.ask(key, { ...question, filter: filterOf(slice) });
      for (const [name, one] of Object.entries(answers)) measured.set(name as GoalKey, one);
    }
    return measured;
  }

  private ask(
    key: GoalKey,
    question: GoalQuestion & { readonly filter: ReturnType<typeof filterOf> },
  ): Promise<Answers> {
    const others: Readonly<Record<OtherGoalKey, () => Promise<Answers>>> = {
      win_rate_narrow: async () => ratesOf(await this.rates.rates(question)),
      win_rate_qualified: async () => ratesOf(await this.rates.rates(question)),
      win_rate_created: async () => ratesOf(await this.rates.rates(question)),
      average_deal_size: async () => {
        const { whole, unavailable, currency } = await this.sizes.size(question);
        return { average_deal_size: amount(whole?.averageMinor, currency, unavailable ?? whole?.unavailable) };
      },
      cycle_median: async () => {
        const { whole, unavailable } = await this.cycles.cycle(question);
        return { cycle_median: days(whole?.days.median, unavailable) };
      },
      hand_off_compliance: async () => {
        const { whole, unavailable } = await this.handOffs.answers(question);
        return { hand_off_compliance: share(whole?.compliance.rate, unavailable ?? whole?.compliance.unavailable) };
      },
      acquisition_cost: async () => {
        const { whole, currency } = await this.costs.costs(question);
        return { acquisition_cost: amount(whole.minor, currency, whole.unavailable) };
      },
      new_pipeline: async () => {
        const { lines, unavailable, currency } = await this.waterfalls.waterfall({ ...question, closing: 'any' });
        const fresh = lines.find(({ bucket }) => bucket === 'new')?.value.amountMinor;
        return { new_pipeline: amount(unavailable ? null : (fresh ?? 0n), currency, unavailable) };
      },
      coverage_start: () => this.coverage(question),
      coverage_to_go: () => this.coverage(question),
      slippage_share: async () => {
        const told = await this.slippages.slippage(question);
        return { slippage_share: share(told.share, told.unavailable) };
      },
    };
    return key in others ? others[key as OtherGoalKey]() : this.scoreboard(question);
  }

  private async scoreboard(
    question: GoalQuestion & { readonly filter: ReturnType<typeof filterOf> },
  ): Promise<Answers> {
    const { figures } = await this.figures.figures(question);
    return Object.fromEntries(figures.map(({ key, value, unavailable }) => [key, { value, unavailable }]));
  }

  private async coverage(question: GoalQuestion & { readonly filter: ReturnType<typeof filterOf> }): Promise<Answers> {
    const { start, toGo } = await this.coverages.coverage(question);
    return { coverage_start: covered(start), coverage_to_go: covered(toGo) };
  }
}

const ratesOf = ({ whole, unavailable }: Awaited<ReturnType<WinRatesReader['rates']>>): Answers => ({
  win_rate_narrow: share(whole?.narrow.rate, unavailable ?? whole?.narrow.unavailable),
  win_rate_qualified: share(whole?.qualified.rate, unavailable ?? whole?.qualified.unavailable),
  win_rate_created: share(whole?.created.rate, unavailable ?? whole?.created.unavailable),
});

const covered = ({ coverage, isMet, unavailable }: CoverageView): Measured =>
  isMet ? { value: null, unavailable: note('quota_met'), isMet } : share(coverage, unavailable);

type Why = Note | null | undefined;

const told = (value: FigureValue | null, why: Why): Measured =>
  value && !why ? { value, unavailable: null } : { value: null, unavailable: why ?? note('no_cases') };

const share = (ratio: Ratio | null | undefined, why: Why): Measured =>
  told(ratio ? { unit: 'ratio', ratio } : null, why);

const amount = (minor: bigint | null | undefined, currency: Currency, why: Why): Measured =>
  told(minor === null || minor === undefined ? null : { unit: 'money', money: money(minor, currency) }, why);

/** A begun day counts: the median of an even number of spans may end with a half. */
const days = (median: number | null | undefined, why: Why): Measured =>
  told(median === null || median === undefined ? null : asCount(Math.ceil(median)), why);
