import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Paging } from '../page-contributions';
import { DecidedDealsReader, type DecidedDeal } from './decided-deals.reader';
import { FlowDealsReader } from './flow-deals.reader';
import type { FlowAnswer, FlowQuestion, SlicedFlowQuestion } from './flow-question';
import { FlowRecordsReader, rowOf, type FlowRecords } from './flow-records.reader';
import { anyOf, closedIn, movedIn } from './flow-selection';
import { answerOf, FlowSettingReader, type FlowSetting } from './flow-setting.reader';
import { measureCycle } from './rules/measure-cycle';
import { netClosings } from './rules/net-closings';
import { summariseSpans, type Spans } from './rules/summarise-spans';

export interface Cycle {
  /** Whole days. */
  readonly days: Spans;
  /** Won ones of which nobody knows when they were created; they are in no other number. */
  readonly undated: number;
}

interface CycleCase extends Omit<DecidedDeal, 'road'> {
  readonly days: number | null;
}

/** How long it took from being created to being won, of the opportunities won in a period. */
@Injectable()
export class CyclesReader {
  constructor(
    private readonly database: Database,
    private readonly settings: FlowSettingReader,
    private readonly deals: FlowDealsReader,
    private readonly decided: DecidedDealsReader,
    private readonly rows: FlowRecordsReader,
  ) {}

  async cycle(question: SlicedFlowQuestion = {}): Promise<FlowAnswer<Cycle>> {
    return this.database.snapshot(async () => {
      const setting = await this.settings.read(question);
      return answerOf(setting, await this.cases(setting), cycleOf);
    });
  }

  /** The opportunities won, by close date, each with the days it took. */
  async records({ limit, cursor, ...question }: FlowQuestion & Paging): Promise<FlowRecords> {
    return this.database.snapshot(async () => {
      const setting = await this.settings.read(question);
      const rows = (await this.cases(setting)).map((won) =>
        rowOf({ ...won, of: won.days === null ? 'undated' : 'completed' }),
      );
      return this.rows.page(setting, rows, { limit, cursor });
    });
  }

  private async cases(setting: FlowSetting): Promise<CycleCase[]> {
    const { asked, span, knowledge, stages } = setting;
    if (stages.length === 0) return [];
    const decidedOf = await this.decided.finder(setting);
    const selected = anyOf(closedIn(asked.period, knowledge.by), movedIn(span, stages, knowledge.by));
    return this.deals.cases(selected, setting, (deal) =>
      netClosings(decidedOf(deal).filter(({ outcome }) => outcome === 'won')).map(({ road, ...won }): CycleCase => ({
        ...won,
        days: measureCycle(road, won.date, asked.zone),
      })),
    );
  }
}

const cycleOf = (cases: readonly CycleCase[]): Cycle => ({
  days: summariseSpans(cases.flatMap(({ days }) => (days === null ? [] : [days]))),
  undated: cases.filter(({ days }) => days === null).length,
});
