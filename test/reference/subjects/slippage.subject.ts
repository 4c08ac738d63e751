import { presentSlippage } from '../../../apps/api/src/figures/pipeline.presenter';
import type { SlippageWire } from '@tandem/contracts';
import { SlippageReader } from '@tandem/metrics';
import { decimal } from '../exact';
import type { Pile } from '../pipeline/hold-pipeline';
import { measureSlippage } from '../pipeline/measure-slippage';
import { isKnown, known, lay, leftOut, moneyOf, unknown, wishOf } from './asked-pipe';
import { queryOf, type Subject, type Told } from './subject';
import { notesIn, notesOf } from './told-notes';

/** What was due in a period and is still open at its end. */
export const slippageSubject: Subject = (question) => [
  {
    path: `/metrics/slippage?${queryOf(question, {})}`,
    serve: async (app) =>
      presentSlippage(await app.get(SlippageReader, { strict: false }).slippage(wishOf(question)), 'en'),
    read: (wire) => readSlippage(wire as SlippageWire),
    reckon: (history, now) => {
      const { pipe, isUnknown, currency } = lay(history, now, question, 'in_period');
      if (isUnknown) return unknown;
      const { due, slipped, share, shareOfValue, interval, went } = measureSlippage(pipe);
      const pile = ({ count, minor }: Pile): string => `${count}, ${minor} ${currency}`;
      return new Map([
        known,
        ['due', pile(due)],
        ['slipped', pile(slipped)],
        ['share', `${share && decimal(share)} within ${interval?.low}..${interval?.high}`],
        ['share of value', String(shareOfValue && decimal(shareOfValue))],
        ...[...went].map(([to, some]) => [`went ${to}`, pile(some)] as const),
        ['notes', notesIn({ ...leftOut(due), still_running: !pipe.isOver && due.count > 0 })],
        ['unavailable', due.count > 0 ? 'no' : 'nothing_due'],
      ]);
    },
  },
];

function readSlippage(wire: SlippageWire): Told {
  if (!isKnown(wire)) return unknown;
  const pile = ({ count, value }: SlippageWire['due']): string => `${count}, ${moneyOf(value)}`;
  return new Map([
    known,
    ['due', pile(wire.due)],
    ['slipped', pile(wire.slipped)],
    ['share', `${wire.share} within ${wire.interval?.low}..${wire.interval?.high}`],
    ['share of value', String(wire.shareOfValue)],
    ...wire.went.map(({ to, ...some }) => [`went ${to}`, pile(some)] as const),
    ['notes', notesOf(wire.notes)],
    ['unavailable', wire.unavailable?.code ?? 'no'],
  ]);
}
