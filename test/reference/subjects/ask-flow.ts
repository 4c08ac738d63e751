import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { SlicedFlowQuestion } from '@tandem/metrics';
import { kindsOfSlices, nameOf, type Cut, type KindOfSlice, type WideScope } from '../flow/case';
import { settingOf, type Setting } from '../flow/setting';
import { campaigns, products, segments } from '../lives/offers';
import type { Asking, Question, Told } from './subject';

/** How one of the questions about flow is put to the product and to the reference. */
export interface FlowQuestion<Wire, Figures> {
  /** Below /metrics. */
  readonly resource: string;
  readonly further?: Readonly<Record<string, string>>;
  /** Told of a moment and of no period. */
  readonly ofMoment?: boolean;
  readonly serve: (app: NestFastifyApplication, question: SlicedFlowQuestion) => Promise<Wire>;
  /** What the figures of the whole or of a slice say. */
  readonly tell: (figures: Figures, wire: Wire) => Iterable<readonly [string, string]>;
  /** What else an answer says. */
  readonly beside?: (wire: Wire) => Iterable<readonly [string, string]>;
  readonly reckon: (setting: Setting, cut: Cut) => Told;
}

interface FlowWire<Figures> {
  readonly whole: Figures | null;
  readonly unavailable: { readonly code: string } | null;
  readonly slices: readonly {
    readonly places: readonly { readonly kind: string; readonly id: string | null }[];
    readonly figures: Figures;
  }[];
}

/** The question, narrowed and cut in one of many ways; another period, day, reading or scope is narrowed and cut in another one. */
export function askFlow<Figures, Wire extends FlowWire<Figures>>(
  question: Question,
  { resource, further = {}, ofMoment = false, serve, tell, beside, reckon }: FlowQuestion<Wire, Figures>,
): Asking {
  const { period, reading, asOf } = question;
  const cut = cutOf(question, resource);
  const asked = {
    ...(ofMoment ? {} : { period }),
    reading,
    ...(asOf === undefined ? {} : { asOf }),
    ...Object.fromEntries(Object.entries(cut.scope).map(([slice, id]) => [slice, id ?? 'none'])),
    ...(cut.by.length === 0 ? {} : { by: cut.by.join(',') }),
    ...further,
  };
  return {
    path: `/metrics/${resource}?${new URLSearchParams(asked).toString()}`,
    serve: (app) => serve(app, { ...(ofMoment ? {} : { period }), reading, asOf, filter: cut.scope, by: cut.by }),
    read: (told) => {
      const wire = told as Wire;
      const known: [string, string] = ['known', wire.unavailable?.code ?? 'yes'];
      if (wire.whole === null) return new Map([known]);
      const named = (name: string, figures: Figures) =>
        [...tell(figures, wire)].map(([of, says]) => [`${name} ${of}`, says] as const);
      return new Map([
        known,
        ...(beside?.(wire) ?? []),
        ...named('all', wire.whole),
        ...wire.slices.flatMap(({ places, figures }) =>
          named(
            nameOf(
              places.map(({ kind }) => kind),
              places.map(({ id }) => id),
            ),
            figures,
          ),
        ),
      ]);
    },
    reckon: (history, now) => {
      const setting = settingOf(history, now, question);
      if (setting.isUnknown) return new Map([['known', 'nothing_recorded_yet']]);
      return new Map([['known', 'yes'], ...reckon(setting, cut)]);
    },
  };
}

/** Nothing, every kind, and some pairs of them. */
const cuts: readonly (readonly KindOfSlice[])[] = [
  ...kindsOfSlices.map((kind) => [kind]),
  [],
  ['person', 'product'],
  ['team', 'source'],
  ['source', 'campaign'],
  ['segment', 'person'],
];

/** What a scope is narrowed to beside what the question says; mostly nothing. */
const beside: readonly WideScope[] = [
  {},
  {},
  {},
  ...[...campaigns, null].map((campaignId) => ({ campaignId })),
  {},
  {},
  ...[...products, null].map((productId) => ({ productId })),
  {},
  {},
  ...[...segments, null].map((segment) => ({ segment })),
];

function cutOf({ period, reading, asOf, scope }: Question, resource: string): Cut {
  const words = [period, reading, asOf, resource, ...Object.entries(scope)].join(' ');
  let state = 0;
  for (const letter of words) state = (state * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  const further = beside[Math.floor(state / cuts.length) % beside.length];
  return { scope: { ...scope, ...further }, by: cuts[state % cuts.length] ?? [] };
}
