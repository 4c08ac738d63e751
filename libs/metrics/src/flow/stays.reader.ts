import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { rowsOf, type FunnelRowOutline, type FunnelSide } from '../funnel-rows';
import type { Paging } from '../page-contributions';
import { FlowDealsReader } from './flow-deals.reader';
import type { FlowAnswer, FlowQuestion, SlicedFlowQuestion } from './flow-question';
import { FlowRecordsReader, rowOf, type FlowRecords } from './flow-records.reader';
import { anyOf, movedIn, openBy } from './flow-selection';
import { answerOf, creditTo, FlowSettingReader, type FlowSetting } from './flow-setting.reader';
import { findStays, type RowStay } from './rules/find-stays';
import type { FlowCredit } from './rules/slice-flow';
import { summariseSpans, type Spans } from './rules/summarise-spans';

/** A stay in a row of the funnel, and whose it is. */
interface StayCase extends FlowCredit, Omit<RowStay, 'entry' | 'endedAt'> {
  readonly opportunityId: string;
  readonly accountId: string | null;
  /** When it ended; null while it goes on. */
  readonly at: number | null;
}

export interface StaysRow {
  readonly key: string;
  /** All visits together, of those that left for the last time in the period; milliseconds. */
  readonly completed: Spans;
  /** The age of those that are open there; milliseconds. */
  readonly running: Spans;
  /** Stays whose beginning nobody knows; they are in no other number. */
  readonly undated: number;
}

export interface StaysQuestion {
  readonly side?: FunnelSide | undefined;
}

export type StayPart = StayCase['of'];

export interface StaysAnswer extends FlowAnswer<readonly StaysRow[]> {
  readonly side: FunnelSide;
  readonly rows: readonly Pick<FunnelRowOutline, 'key' | 'name'>[];
}

/** How long opportunities stayed in each row of the funnel, and how old those are that are open there. */
@Injectable()
export class StaysReader {
  constructor(
    private readonly database: Database,
    private readonly settings: FlowSettingReader,
    private readonly deals: FlowDealsReader,
    private readonly rows: FlowRecordsReader,
  ) {}

  async stays({ side = 'seller', ...question }: SlicedFlowQuestion & StaysQuestion = {}): Promise<StaysAnswer> {
    return this.database.snapshot(async () => {
      const setting = await this.settings.read(question);
      const rows = rowsOf(setting.stages, side);
      const cases = await this.cases(setting, rows);
      const answer = answerOf(setting, cases, (of) => rows.map(({ key }) => staysIn(key, of)));
      return { ...answer, side, rows: rows.map(({ key, name }) => ({ key, name })) };
    });
  }

  /** The stays behind a row, by when they ended; those that go on come first. */
  async records({
    limit,
    cursor,
    row,
    of,
    side = 'seller',
    ...question
  }: FlowQuestion & StaysQuestion & Paging & { readonly row: string; readonly of: StayPart }): Promise<FlowRecords> {
    return this.database.snapshot(async () => {
      const setting = await this.settings.read(question);
      const cases = await this.cases(setting, rowsOf(setting.stages, side));
      const wished = cases.filter((stay) => stay.row === row && stay.of === of);
      return this.rows.page(
        setting,
        wished.map((stay) => rowOf(stay.of === 'undated' ? { ...stay, milliseconds: null } : stay)),
        { limit, cursor },
      );
    });
  }

  private async cases(setting: FlowSetting, rows: readonly FunnelRowOutline[]): Promise<StayCase[]> {
    const { asked, span, knowledge, stages } = setting;
    if (stages.length === 0) return [];
    const selected = anyOf(movedIn(span, stages, knowledge.by), openBy(knowledge.by));
    return this.deals.cases(selected, setting, ({ opportunityId, log, belonging }) =>
      findStays(log, { stages, rows, span, now: asked.now.getTime() }).map(({ entry, endedAt, ...stay }): StayCase => {
        const own = { opportunityId, accountId: belonging.accountId, at: endedAt };
        return { ...creditTo(entry, belonging, setting), ...stay, ...own };
      }),
    );
  }
}

function staysIn(key: string, cases: readonly StayCase[]): StaysRow {
  const here = cases.filter(({ row }) => row === key);
  const spans = (wished: StayPart) => here.filter(({ of }) => of === wished).map(({ milliseconds }) => milliseconds);
  return {
    key,
    completed: summariseSpans(spans('completed')),
    running: summariseSpans(spans('running')),
    undated: here.filter(({ of }) => of === 'undated').length,
  };
}
