import type { MatrixAnswerWire, MatrixWire, ThroughputAnswerWire } from '@tandem/contracts';
import { MatrixReader, ThroughputReader } from '@tandem/metrics';
import { presentMatrix, presentThroughput } from '../../../apps/api/src/figures/stage-metrics.presenter';
import { askFlow } from './ask-flow';
import { drawMatrix, nameOfCell } from '../flow/draw-matrix';
import { findMoves } from '../flow/find-moves';
import { isIn, settingOf, type Setting } from '../flow/setting';
import { throughputOf } from '../flow/throughput';
import type { Side } from '../funnel/rows';
import { queryOf, type Asking, type Question, type Subject, type Told } from './subject';

/** From where to where in the period, and entries against entries. */
export const movesSubject: Subject = (question) => [
  askFlow<MatrixWire, MatrixAnswerWire>(question, {
    resource: 'matrix',
    serve: async (app, asked) => presentMatrix(await app.get(MatrixReader, { strict: false }).matrix(asked), 'en'),
    tell: tellMatrix,
    reckon: (setting, cut) => drawMatrix(movesOf(setting), cut),
  }),
  throughputAsking(question, question.reading === 'restated' ? 'seller' : 'buyer'),
];

const movesOf = ({ history, reading, instants, creditOf, worthOf, now }: Setting) =>
  findMoves(history, reading)
    .filter(({ event }) => isIn(instants, event.at) && event.move.at.getTime() <= now)
    .map((moved) => ({ ...moved, whose: creditOf(moved.event.move), minor: worthOf(moved.event.move) }));

type Sum = MatrixWire['total'];
const sum = ({ count, value, withoutValue }: Sum): string =>
  `${count} worth ${value.amountMinor} without ${withoutValue}`;

function* tellMatrix(matrix: MatrixWire): Generator<[string, string]> {
  yield ['total', sum(matrix.total)];
  yield ['undated', String(matrix.undated)];
  yield ['skips', sum(matrix.skips)];
  for (const one of matrix.kinds) yield [`kind ${one.kind}`, sum(one)];
  for (const one of matrix.out) yield [`out of ${one.place}`, sum(one)];
  for (const one of matrix.into) yield [`into ${one.place}`, sum(one)];
  for (const { skipped, ...cell } of matrix.cells) yield [nameOfCell({ ...cell, isSkip: skipped }), sum(cell)];
}

const throughputAsking = (question: Question, side: Side): Asking => ({
  path: `/metrics/throughput?${queryOf(question, { side })}`,
  serve: async (app) => {
    const { scope: filter, ...asked } = question;
    const reader = app.get(ThroughputReader, { strict: false });
    return presentThroughput(await reader.throughput({ ...asked, filter, side }), 'en');
  },
  read: (wire) => readThroughput(wire as ThroughputAnswerWire),
  reckon: (history, now) => {
    const setting = settingOf(history, now, question);
    if (setting.isUnknown) return new Map([['known', 'nothing_recorded_yet']]);
    return new Map([['known', 'yes'], ...throughputOf(setting, question.scope, side)]);
  },
});

const readThroughput = ({ rows, pairs, unavailable }: ThroughputAnswerWire): Told =>
  new Map([
    ['known', unavailable?.code ?? 'yes'],
    ...(unavailable ? [] : rows.map(({ key, entered }) => [key, `${entered} entered`] as const)),
    ...(unavailable
      ? []
      : pairs.map((pair) => [`${pair.from} > ${pair.to}`, pair.ratio ?? `n/a ${pair.unavailable?.code}`] as const)),
  ]);
