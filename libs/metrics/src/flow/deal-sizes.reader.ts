import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { MetricChoicesReader } from '../choices/metric-choices.reader';
import type { Paging } from '../page-contributions';
import { DecidedDealsReader, type DecidedDeal } from './decided-deals.reader';
import { FlowDealsReader } from './flow-deals.reader';
import type { Defined, FlowAnswer, FlowQuestion, SlicedFlowQuestion } from './flow-question';
import { FlowRecordsReader, rowOf, type FlowRecords, type FlowRow } from './flow-records.reader';
import { anyOf, closedIn, movedIn } from './flow-selection';
import { answerOf, FlowSettingReader, inScope, type FlowSetting } from './flow-setting.reader';
import { NewBusinessReader, type NewBusinessLine } from './new-business.reader';
import { sizeDeals, type DealSize } from './rules/size-deals';

type SizeCase =
  | (NewBusinessLine & { readonly of: 'booking' })
  | (Omit<DecidedDeal, 'road'> & { readonly of: 'closing' });

/** Average deal size, with the median beside it, and the bookings and closings behind it. */
@Injectable()
export class DealSizesReader {
  constructor(
    private readonly database: Database,
    private readonly settings: FlowSettingReader,
    private readonly deals: FlowDealsReader,
    private readonly decided: DecidedDealsReader,
    private readonly bookings: NewBusinessReader,
    private readonly rows: FlowRecordsReader,
    private readonly choices: MetricChoicesReader,
  ) {}

  /** Mean and median; `definition` says which one the organisation goes by. */
  async size(question: SlicedFlowQuestion = {}): Promise<Defined<FlowAnswer<DealSize>>> {
    return this.database.snapshot(async () => {
      const setting = await this.settings.read(question);
      const definition = await this.choices.definition('deal_size', question.asOf);
      return { ...answerOf(setting, await this.cases(setting), sizeOf), definition };
    });
  }

  /** The bookings above the line and the closings below it, by day. */
  async records({
    limit,
    cursor,
    of,
    ...question
  }: FlowQuestion & Paging & { readonly of?: SizeCase['of'] | undefined }): Promise<FlowRecords> {
    return this.database.snapshot(async () => {
      const setting = await this.settings.read(question);
      const cases = (await this.cases(setting)).filter((one) => of === undefined || one.of === of);
      return this.rows.page(setting, cases.map(sizeRow), { limit, cursor });
    });
  }

  private async cases(setting: FlowSetting): Promise<SizeCase[]> {
    const { asked, span, knowledge, stages } = setting;
    if (stages.length === 0) return [];
    const decidedOf = await this.decided.finder(setting);
    const selected = anyOf(closedIn(asked.period, knowledge.by), movedIn(span, stages, knowledge.by));
    const closings = await this.deals.cases(selected, setting, (deal) =>
      decidedOf(deal)
        .filter(({ outcome, isRenewal }) => outcome === 'won' && !isRenewal)
        .map(({ road: _, ...closing }): SizeCase => ({ ...closing, of: 'closing' })),
    );
    const lines = inScope(await this.bookings.lines(setting), setting);
    return [...lines.map((line): SizeCase => ({ ...line, of: 'booking' })), ...closings];
  }
}

const sizeOf = (cases: readonly SizeCase[]): DealSize =>
  sizeDeals(
    cases.filter((one) => one.of === 'booking'),
    cases.filter((one) => one.of === 'closing'),
  );

function sizeRow(one: SizeCase): FlowRow {
  const { id, of, opportunityId, accountId, ownerId, date } = one;
  const row = { id, of, opportunityId, accountId, ownerId, date };
  return one.of === 'booking'
    ? rowOf({ ...row, count: 0, valueMinor: one.valueMinor })
    : rowOf({ ...row, count: one.sign });
}
