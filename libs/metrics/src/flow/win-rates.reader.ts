import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { PlainDate } from '@tandem/kernel';
import { MetricChoicesReader } from '../choices/metric-choices.reader';
import type { Paging } from '../page-contributions';
import { DecidedDealsReader, type DecidedDeal } from './decided-deals.reader';
import { FlowDealsReader, type FlowDeal } from './flow-deals.reader';
import type { Defined, FlowAnswer, FlowQuestion, SlicedFlowQuestion } from './flow-question';
import { FlowRecordsReader, rowOf, type FlowRecords } from './flow-records.reader';
import { anyOf, closedIn, movedIn } from './flow-selection';
import { answerOf, creditTo, FlowSettingReader, type FlowSetting } from './flow-setting.reader';
import { findCancellations } from './rules/find-cancellations';
import { findMovedCases, isQualified } from './rules/find-win-cases';
import { rateWins, type WinCase, type WinRate } from './rules/rate-wins';
import type { FlowCredit } from './rules/slice-flow';

/** Broad: of what closed. Narrow: of what left the last open stage. Qualified: of what came as far as sales. Created: of the cohort. */
export type WinRateVariant = 'broad' | 'narrow' | 'qualified' | 'created';

export type WinRates = Readonly<Record<WinRateVariant, WinRate>>;

interface VariantCase extends WinCase, FlowCredit {
  readonly variant: WinRateVariant;
  readonly id: string;
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly at: number | null;
  readonly date: PlainDate | null;
}

/** The win rate in its four variants, by count and by value. */
@Injectable()
export class WinRatesReader {
  constructor(
    private readonly database: Database,
    private readonly settings: FlowSettingReader,
    private readonly deals: FlowDealsReader,
    private readonly decided: DecidedDealsReader,
    private readonly rows: FlowRecordsReader,
    private readonly choices: MetricChoicesReader,
  ) {}

  /** All of them; `definition` says which one the organisation goes by. */
  async rates(question: SlicedFlowQuestion = {}): Promise<Defined<FlowAnswer<WinRates>>> {
    return this.database.snapshot(async () => {
      const setting = await this.settings.read(question);
      const definition = await this.choices.definition('headline_win_rate', question.asOf);
      return { ...answerOf(setting, await this.cases(setting), ratesOf), definition };
    });
  }

  /** The cases of one variant; their counts by fate and their values add up to its numbers. */
  async records({
    limit,
    cursor,
    variant,
    ...question
  }: FlowQuestion & Paging & { readonly variant: WinRateVariant }): Promise<FlowRecords> {
    return this.database.snapshot(async () => {
      const setting = await this.settings.read(question);
      const cases = (await this.cases(setting)).filter((one) => one.variant === variant);
      return this.rows.page(
        setting,
        cases.map((one) =>
          rowOf({
            ...one,
            of: one.fate,
            count: one.sign,
            valueMinor: one.valueMinor === null ? null : one.valueMinor * BigInt(one.sign),
          }),
        ),
        { limit, cursor },
      );
    });
  }

  private async cases(setting: FlowSetting): Promise<VariantCase[]> {
    const { asked, span, knowledge, stages } = setting;
    if (stages.length === 0) return [];
    const decidedOf = await this.decided.finder(setting);
    const selected = anyOf(closedIn(asked.period, knowledge.by), movedIn(span, stages, knowledge.by));
    return this.deals.cases(selected, setting, (deal) => [
      ...decidedOf(deal).flatMap((closing) => decidedCases(closing, setting)),
      ...cancelledCases(deal, setting),
      ...movedCases(deal, setting),
    ]);
  }
}

/** What was decided is a case of the broad rate, and of the qualified one if it came as far as sales. */
function decidedCases({ road, ...closing }: DecidedDeal, { stages }: FlowSetting): VariantCase[] {
  const broad: VariantCase = { ...closing, variant: 'broad', fate: closing.outcome, at: null };
  return alsoQualified(broad, isQualified(road, stages));
}

/** What was cancelled stands beside the same two. */
function cancelledCases({ opportunityId, log, belonging }: FlowDeal, setting: FlowSetting): VariantCase[] {
  const { span, stages, knowledge } = setting;
  return findCancellations(log, span, knowledge.reading).flatMap(({ sign, move, at, road }) => {
    const broad: VariantCase = {
      ...creditTo(move, belonging, setting),
      id: `${opportunityId}:${move.seq}:${sign}`,
      opportunityId,
      accountId: belonging.accountId,
      variant: 'broad',
      fate: 'outside',
      sign,
      valueMinor: setting.worthOf(move.amountMinor, move.currency),
      at,
      date: null,
    };
    return alsoQualified(broad, isQualified(road, stages));
  });
}

const alsoQualified = (broad: VariantCase, isToo: boolean): VariantCase[] =>
  isToo ? [broad, { ...broad, variant: 'qualified' }] : [broad];

function movedCases({ opportunityId, log, belonging }: FlowDeal, setting: FlowSetting): VariantCase[] {
  const own = { id: opportunityId, opportunityId, accountId: belonging.accountId, sign: 1, date: null } as const;
  return findMovedCases(log, setting.stages, setting.span).map(({ variant, fate, creditedTo, valuedBy }) => ({
    ...creditTo(creditedTo, belonging, setting),
    ...own,
    variant,
    fate,
    valueMinor: setting.worthOf(valuedBy.amountMinor, valuedBy.currency),
    at: creditedTo.at,
  }));
}

const ratesOf = (cases: readonly VariantCase[]): WinRates => {
  const rate = (wished: WinRateVariant) => rateWins(cases.filter(({ variant }) => variant === wished));
  return { broad: rate('broad'), narrow: rate('narrow'), qualified: rate('qualified'), created: rate('created') };
};
