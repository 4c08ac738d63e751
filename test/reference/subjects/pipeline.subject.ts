import {
  presentCoverage,
  presentSlippage,
  presentTrend,
  presentWaterfall,
  presentWaterfallRecords,
} from '../../../apps/api/src/figures/pipeline.presenter';
import type {
  CoverageViewWire,
  CoverageWire,
  PipelineTrendWire,
  SlippageWire,
  WaterfallRecordsWire,
  WaterfallWire,
} from '@tandem/contracts';
import { CoverageReader, PipelineTrendReader, SlippageReader, WaterfallReader } from '@tandem/metrics';
import { keepBooks, narrow } from '../books/keep-book';
import { beginOf, dayIn, plusDays, spanOf, type Day } from '../calendar';
import { decimal, fraction, total } from '../exact';
import { quotaAttainment } from '../figures/quota-attainment';
import type { History } from '../history/history';
import { buckets, drawWaterfall, type Form } from '../pipeline/draw-waterfall';
import { findPoints, type Step } from '../pipeline/find-points';
import { heldBefore, pileOf, weightedOf, type Pile } from '../pipeline/hold-pipeline';
import { measureSlippage } from '../pipeline/measure-slippage';
import { layPipe, type Closing, type Pipe } from '../pipeline/pipe';
import { queryOf, standingAt, type Question, type Subject, type Told } from './subject';
import { notesIn, notesOf } from './told-notes';

const closings = ['in_period', 'any'] as const satisfies readonly Closing[];
const forms = ['net', 'gross'] as const satisfies readonly Form[];
const steps = ['week', 'month'] as const satisfies readonly Step[];

/** The question as the product's readers take it. */
const wishOf = ({ scope: filter, ...asked }: Question) => ({ ...asked, filter });

/** What the reference knows of a question about pipeline; null while nothing was recorded. */
function lay(history: History, now: Date, { period, reading, asOf, scope }: Question, closing: Closing) {
  const { present, stood, isUnknown } = standingAt(history, now, asOf);
  const { fiscalYearStart = 1, zone = 'UTC', reportingCurrency: currency = '' } = stood.organisation[0] ?? {};
  const span = spanOf(period, fiscalYearStart);
  const pipe = layPipe(stood, { period: span, reading, closing, scope, present });
  const today = dayIn(zone, present.getTime());
  return { pipe, stood, isUnknown, currency, zone, today, span };
}

const unknown: Told = new Map([['known', 'nothing_recorded_yet']]);
const known = ['known', 'yes'] as const;
const isKnown = ({ unavailable }: WaterfallWire | PipelineTrendWire | SlippageWire | CoverageWire): boolean =>
  unavailable?.code !== 'nothing_recorded_yet';

const moneyOf = ({ amountMinor, currency }: { readonly amountMinor: string; readonly currency: string }): string =>
  `${amountMinor} ${currency}`;

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
  const lines = new Map<string, string>([['count', String(count)]]);
  if (count > mostRecords) return lines;
  for (const [of, says] of told.toSorted())
    lines.set(of, [...(lines.has(of) ? [lines.get(of)] : []), says].join(' + '));
  return lines;
}

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

const leftOut = ({ withoutRate, withoutAmount }: Pile) => ({
  partial_pipeline: withoutRate,
  without_amount: withoutAmount,
});

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

/** How often open pipeline covers the quota it has to fill: at the start, and what is left to go. */
export const coverageSubject: Subject = (question) => [
  {
    path: `/metrics/coverage?${queryOf(question, {})}`,
    serve: async (app) =>
      presentCoverage(await app.get(CoverageReader, { strict: false }).coverage(wishOf(question)), 'en'),
    read: (wire) => readCoverage(wire as CoverageWire),
    reckon: (history, now) => {
      const { pipe, stood, isUnknown, currency, span } = lay(history, now, question, 'in_period');
      if (isUnknown) return unknown;
      const book = narrow(keepBooks(stood, question.reading)(span), question.scope);
      const { parts, unavailable = null } = quotaAttainment.of(book);
      const { quota = null, bookings: won = null } = parts;
      const view = (instant: number, gone: bigint): string => {
        const pile = pileOf(heldBefore(pipe, instant));
        const left = quota && quota.exact.over - gone;
        const isMet = unavailable === null && left !== null && left <= 0n;
        const cover = unavailable !== null || left === null || isMet ? null : decimal(fraction(pile.minor, left));
        return coverageWords({
          cover: cover ?? (isMet ? 'met' : `n/a ${unavailable}`),
          pipeline: `${pile.count}, ${pile.minor} ${currency}`,
          toCover: left === null ? null : `${left} ${currency}`,
          notes: notesIn(leftOut(pile)),
        });
      };
      return new Map([
        known,
        ['quota', String(quota?.text ?? null)],
        ['won', String(won?.text ?? null)],
        ['at the start', view(pipe.from, 0n)],
        ['to go', view(pipe.until, won?.exact.over ?? 0n)],
      ]);
    },
  },
];

function readCoverage(wire: CoverageWire): Told {
  if (!isKnown(wire)) return unknown;
  const view = ({ coverage, met, unavailable, count, pipeline, toCover, notes }: CoverageViewWire): string =>
    coverageWords({
      cover: coverage ?? (met ? 'met' : `n/a ${unavailable?.code}`),
      pipeline: `${count}, ${moneyOf(pipeline)}`,
      toCover: toCover && moneyOf(toCover),
      notes: notesOf(notes),
    });
  return new Map([
    known,
    ['quota', wire.quota ? moneyOf(wire.quota) : 'null'],
    ['won', wire.won ? moneyOf(wire.won) : 'null'],
    ['at the start', view(wire.start)],
    ['to go', view(wire.toGo)],
  ]);
}

interface CoverageWords {
  readonly cover: string;
  readonly pipeline: string;
  readonly toCover: string | null;
  readonly notes: string;
}

const coverageWords = ({ cover, pipeline, toCover, notes }: CoverageWords): string =>
  `${cover}; ${pipeline} to cover ${toCover}; ${notes}`;
