import { presentTrend } from '../../../apps/api/src/figures/pipeline.presenter';
import type { PipelineTrendWire } from '@tandem/contracts';
import { PipelineTrendReader } from '@tandem/metrics';
import { beginOf, plusDays, type Day } from '../calendar';
import type { History } from '../history/history';
import { findPoints, type Step } from '../pipeline/find-points';
import { heldBefore, pileOf, weightedOf } from '../pipeline/hold-pipeline';
import type { Pipe } from '../pipeline/pipe';
import { closings, isKnown, known, lay, leftOut, moneyOf, unknown, wishOf } from './asked-pipe';
import { queryOf, type Subject, type Told } from './subject';
import { notesIn, notesOf } from './told-notes';

const steps = ['week', 'month'] as const satisfies readonly Step[];

/** What was open at the end of day after day. */
export const pipelineSubject: Subject = (question) =>
  closings.flatMap((closing) =>
    steps.map((step) => ({
      path: `/metrics/pipeline?${queryOf(question, { closing, step })}`,
      serve: async (app) =>
        presentTrend(
          await app.get(PipelineTrendReader, { strict: false }).trend({ ...wishOf(question), closing, step }),
          'en',
        ),
      read: (wire) => readTrend(wire as PipelineTrendWire),
      reckon: (history, now) => {
        const { pipe, stood, isUnknown, currency, zone, today, span } = lay(history, now, question, closing);
        if (isUnknown) return unknown;
        const points = findPoints(span, step, today).map(
          (day) => [day, pointAt(beginOf(zone, plusDays(day, 1)), { pipe, stood, currency })] as const,
        );
        return new Map([known, ...points]);
      },
    })),
  );

interface Known {
  readonly pipe: Pipe;
  readonly stood: History;
  readonly currency: string;
}

function pointAt(instant: number, { pipe, stood, currency }: Known): string {
  const held = heldBefore(pipe, instant);
  const pile = pileOf(held);
  return `${pile.count} open, ${pile.minor} ${currency}, weighted ${weightedOf(held, stood)} ${currency}; ${notesIn(leftOut(pile))}`;
}

const readTrend = (wire: PipelineTrendWire): Told =>
  isKnown(wire)
    ? new Map([
        known,
        ...wire.points.map(({ day, count, value, weighted, notes }): [Day, string] => [
          day,
          `${count} open, ${moneyOf(value)}, weighted ${moneyOf(weighted)}; ${notesOf(notes)}`,
        ]),
      ])
    : unknown;
