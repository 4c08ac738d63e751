import type {
  CycleAnswerWire,
  MatrixAnswerWire,
  MatrixWire,
  StaleAnswerWire,
  StaleRowWire,
  StaysAnswerWire,
  StaysRowWire,
  ThroughputAnswerWire,
} from '@tandem/contracts';
import type { Locale } from '@tandem/kernel';
import {
  nameOfKind,
  sayMeaning,
  type Cycle,
  type FlowAnswer,
  type MatrixAnswer,
  type MatrixSum,
  type StageMatrix,
  type StaleAnswer,
  type StaleRow,
  type StaysAnswer,
  type StaysRow,
  type ThroughputAnswer,
} from '@tandem/metrics';
import { presentRatio, presentTold } from './figure.presenter';
import { presentFlowAnswer, presentFlowNote, presentSpans, presentWorth, tenthsOfDays } from './flow.presenter';

export const presentMatrix = (answer: MatrixAnswer, locale: Locale): MatrixAnswerWire => ({
  ...presentFlowAnswer(answer, { locale, defines: ['stage_moves'] }, (matrix) => presentMoves(matrix, answer.currency)),
  stages: answer.stages.map(({ key, name, class: of }) => ({ key, name, class: of })),
});

export const presentThroughput = (answer: ThroughputAnswer, locale: Locale): ThroughputAnswerWire => ({
  ...presentTold(answer),
  side: answer.side,
  mode: answer.mode,
  definition: answer.mode,
  definitions: [sayMeaning(locale, 'stage_throughput')],
  rows: answer.rows.map(({ key, name, entered }) => ({ key, name, entered })),
  pairs: answer.pairs.map(({ from, to, ratio, unavailable }) => ({
    from,
    to,
    ratio: presentRatio(ratio),
    unavailable: presentFlowNote(unavailable, locale),
  })),
  unavailable: presentFlowNote(answer.unavailable, locale),
});

export const presentStays = (answer: StaysAnswer, locale: Locale): StaysAnswerWire => ({
  ...presentFlowAnswer(answer, { locale, defines: ['time_in_stage'] }, (rows) => rows.map(presentStaysRow)),
  side: answer.side,
  rows: answer.rows.map(({ key, name }) => ({ key, name })),
});

export const presentCycle = (answer: FlowAnswer<Cycle>, locale: Locale): CycleAnswerWire =>
  presentFlowAnswer(answer, { locale, defines: ['sales_cycle'] }, ({ days, undated }) => ({
    days: presentSpans(days),
    undated,
  }));

export const presentStale = (answer: StaleAnswer, locale: Locale): StaleAnswerWire => ({
  ...presentFlowAnswer(answer, { locale, defines: ['stale_opportunities'] }, (rows) =>
    rows.map((row) => presentStaleRow(row, answer.currency)),
  ),
  stages: answer.stages.map(({ key, name, days, learnedFrom, unavailable }) => ({
    key,
    name,
    days,
    learnedFrom,
    unavailable: presentFlowNote(unavailable, locale),
  })),
});

const presentMoves = (matrix: StageMatrix, currency: string): MatrixWire => {
  const sum = ({ count, ...worth }: MatrixSum) => ({ count, ...presentWorth(worth, currency) });
  return {
    cells: matrix.cells.map((cell) => ({
      from: cell.from,
      to: cell.to,
      kind: cell.kind,
      skipped: cell.isSkip,
      ...sum(cell),
    })),
    out: matrix.out.map((row) => ({ place: row.place, ...sum(row) })),
    into: matrix.into.map((column) => ({ place: column.place, ...sum(column) })),
    kinds: matrix.kinds.map((one) => ({ kind: one.kind, name: nameOfKind(one.kind), ...sum(one) })),
    skips: sum(matrix.skips),
    total: sum(matrix.total),
    undated: matrix.undated,
  };
};

const presentStaysRow = ({ key, completed, running, undated }: StaysRow): StaysRowWire => ({
  key,
  completed: presentSpans(completed, tenthsOfDays),
  running: presentSpans(running, tenthsOfDays),
  undated,
});

const presentStaleRow = ({ key, open, stale }: StaleRow, currency: string): StaleRowWire => ({
  key,
  open: { count: open.count, ...presentWorth(open, currency) },
  stale: { count: stale.count, ...presentWorth(stale, currency) },
});
