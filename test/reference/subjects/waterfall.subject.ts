import { presentWaterfall, presentWaterfallRecords } from '../../../apps/api/src/figures/pipeline.presenter';
import type { WaterfallRecordsWire, WaterfallWire } from '@tandem/contracts';
import { WaterfallReader } from '@tandem/metrics';
import { inOrder, total } from '../exact';
import { buckets, drawWaterfall, type Form } from '../pipeline/draw-waterfall';
import { closings, isKnown, known, lay, moneyOf, unknown, wishOf } from './asked-pipe';
import { queryOf, type Subject, type Told } from './subject';
import { notesIn, notesOf } from './told-notes';

const forms = ['net', 'gross'] as const satisfies readonly Form[];

/** How open pipeline went from the start of a period to its end, the two ends compared and change by change. */
export const waterfallSubject: Subject = (question) =>
  closings.flatMap((closing) =>
    forms.map((form) => ({
      path: `/metrics/waterfall?${queryOf(question, { closing, form })}`,
      serve: async (app) =>
        presentWaterfall(
          await app.get(WaterfallReader, { strict: false }).waterfall({ ...wishOf(question), closing, form }),
          'en',
        ),
      read: (wire) => readWaterfall(wire as WaterfallWire),
      reckon: (history, now) => {
        const { pipe, isUnknown, currency } = lay(history, now, question, closing);
        if (isUnknown) return unknown;
        const { movements, withoutRate, withoutAmount, wonWithoutRate } = drawWaterfall(pipe, form);
        const lines = buckets.map((bucket) => {
          const own = movements.filter((movement) => movement.bucket === bucket);
          return [bucket, `${total(own.map(({ minor }) => minor))} ${currency} of ${own.length}`] as const;
        });
        const notes = {
          partial_pipeline: withoutRate,
          without_amount: withoutAmount,
          won_at_plan_rate: wonWithoutRate,
        };
        return new Map([known, ...lines, ['notes', notesIn(notes)]]);
      },
    })),
  );

const readWaterfall = (wire: WaterfallWire): Told =>
  isKnown(wire)
    ? new Map([
        known,
        ...wire.lines.map(({ bucket, value, count }) => [bucket, `${moneyOf(value)} of ${count}`] as const),
        ['notes', notesOf(wire.notes)],
      ])
    : unknown;

const mostRecords = 200;

/** The opportunities behind a waterfall, one by one; of more than a page holds only how many. */
export const waterfallRecordsSubject: Subject = (question) =>
  closings.flatMap((closing) =>
    forms.map((form) => ({
      path: `/metrics/waterfall/records?${queryOf(question, { closing, form, limit: String(mostRecords) })}`,
      serve: async (app) => {
        const wish = { ...wishOf(question), closing, form, limit: mostRecords };
        return presentWaterfallRecords(
          await app.get(WaterfallReader, { strict: false }).movements(undefined, wish),
          'en',
        );
      },
      read: (wire) => {
        const { items, count } = wire as WaterfallRecordsWire;
        const told = items.map(
          ({ opportunityId, bucket, contribution, at }) =>
            [`${bucket} ${opportunityId} ${at}`, moneyOf(contribution)] as const,
        );
        return listed(told, count);
      },
      reckon: (history, now) => {
        const { pipe, currency } = lay(history, now, question, closing);
        const { movements } = drawWaterfall(pipe, form);
        const told = movements.map(
          ({ bucket, id, at, minor }) =>
            [`${bucket} ${id} ${at === null ? null : new Date(at).toISOString()}`, `${minor} ${currency}`] as const,
        );
        return listed(told, movements.length);
      },
    })),
  );

/** Several changes of a deal may share an instant and a line. */
function listed(told: readonly (readonly [string, string])[], count: number): Told {
  if (count > mostRecords) return new Map([['count', String(count)]]);
  const names = [...new Set(told.map(([of]) => of))];
  return new Map([
    ['count', String(count)],
    ...names.map((name) => {
      const own = told.filter(([of]) => of === name).map(([, says]) => says);
      return [name, inOrder(own, (one, other) => one < other).join(' + ')] as const;
    }),
  ]);
}
