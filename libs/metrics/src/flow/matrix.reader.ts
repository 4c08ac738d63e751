import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { BilingualName } from '../figure';
import type { Paging } from '../page-contributions';
import { FlowDealsReader } from './flow-deals.reader';
import type { FlowAnswer, SlicedFlowQuestion, FlowQuestion } from './flow-question';
import { FlowRecordsReader, rowOf, type FlowRecords } from './flow-records.reader';
import { movedIn } from './flow-selection';
import { answerOf, creditTo, FlowSettingReader, type FlowSetting } from './flow-setting.reader';
import { drawMatrix, type Matrix } from './rules/draw-matrix';
import { findTransitions, type Transition, type TransitionKind } from './rules/find-transitions';
import type { FlowCredit } from './rules/slice-flow';

/** A move from place to place in the period, with whose it was. */
export interface MatrixCase extends FlowCredit, Omit<Transition, 'move'> {
  readonly id: string;
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly at: number;
  /** What it was worth after the move; null without an amount or a rate. */
  readonly valueMinor: bigint | null;
}

export interface StageMatrix extends Matrix {
  /** Moves found out in the period whose day nobody knows; they are in no other number. */
  readonly undated: number;
}

export interface MatrixAnswer extends FlowAnswer<StageMatrix> {
  /** The stages by key, in the order of the funnel. */
  readonly stages: readonly { readonly key: string; readonly name: BilingualName; readonly class: 'open' | 'won' }[];
}

/** A part of the matrix: a row, a column, a cell, a kind of move, or all that jump over a mandatory stage. */
export interface MatrixPart {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly kind?: TransitionKind | undefined;
  readonly skipped?: boolean | undefined;
}

/** Which moves between stages were made in a period, and the opportunities behind every row, column and cell. */
@Injectable()
export class MatrixReader {
  constructor(
    private readonly database: Database,
    private readonly settings: FlowSettingReader,
    private readonly deals: FlowDealsReader,
    private readonly rows: FlowRecordsReader,
  ) {}

  async matrix(question: SlicedFlowQuestion = {}): Promise<MatrixAnswer> {
    return this.database.snapshot(async () => {
      const setting = await this.settings.read(question);
      const cases = await this.cases(setting);
      const stages = setting.stages.map(({ key, name, nameZh, class: of }) => ({
        key,
        name: { en: name, zhTW: nameZh },
        class: of,
      }));
      const places = ['created', ...stages.map(({ key }) => key), 'lost', 'cancelled'];
      return { ...answerOf(setting, cases, (of) => matrixOf(of, places)), stages };
    });
  }

  /** The moves behind a part of the matrix, oldest first. */
  async records({ limit, cursor, ...question }: FlowQuestion & MatrixPart & Paging): Promise<FlowRecords> {
    return this.database.snapshot(async () => {
      const setting = await this.settings.read(question);
      const { from, to, kind, skipped } = question;
      const wished = (await this.cases(setting)).filter(
        (move) =>
          !move.isUndated &&
          (from === undefined || move.from === from) &&
          (to === undefined || move.to === to) &&
          (kind === undefined || move.kind === kind) &&
          (skipped === undefined || move.isSkip === skipped),
      );
      return this.rows.page(
        setting,
        wished.map((move) => rowOf({ ...move, of: move.kind })),
        { limit, cursor },
      );
    });
  }

  private async cases(setting: FlowSetting): Promise<(MatrixCase & { readonly isUndated: boolean })[]> {
    const { span, knowledge, stages } = setting;
    if (stages.length === 0) return [];
    const keys = new Map<string, string>(stages.map(({ id, key }) => [id, key]));
    return this.deals.cases(movedIn(span, stages, knowledge.by), setting, ({ opportunityId, log, belonging }) =>
      findTransitions(log, stages)
        .filter(({ move }) => move.at >= span.from && move.at < span.until)
        .map(({ move, from, to, kind, isSkip }) => ({
          ...creditTo(move, belonging, setting),
          id: `${opportunityId}:${move.seq}`,
          opportunityId,
          accountId: belonging.accountId,
          at: move.at,
          from: keys.get(from) ?? from,
          to: keys.get(to) ?? to,
          kind,
          isSkip,
          isUndated: move.isInferred,
          valueMinor: setting.worthOf(move.amountMinor, move.currency),
        })),
    );
  }
}

function matrixOf(
  cases: readonly (MatrixCase & { readonly isUndated: boolean })[],
  places: readonly string[],
): StageMatrix {
  const dated = cases.filter(({ isUndated }) => !isUndated);
  return { ...drawMatrix(dated, places), undated: cases.length - dated.length };
}
