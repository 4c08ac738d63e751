import { presentAttribution } from '../../../apps/api/src/figures/attribution.presenter';
import type { AttributionWire } from '@tandem/contracts';
import { AttributionReader } from '@tandem/metrics';
import { apportion } from '../apportion';
import { findTouches, type Touched } from '../attribution/find-touches';
import { models, weighTouches, type Model } from '../attribution/weigh-touches';
import { isWithin, traitLines } from '../books/trait-lines';
import { dayIn, holds, spanOf } from '../calendar';
import { total } from '../exact';
import { findChoice } from '../history/find-choice';
import type { History } from '../history/history';
import { wideScopes } from '../lives/offers';
import { queryOf, standingAt, type Asking, type Question, type Subject, type Told } from './subject';

interface Shown {
  readonly model?: Model;
  readonly beside?: Model;
  readonly halfLifeDays?: number;
}

const pairs: readonly Shown[] = [
  {},
  { model: 'first', beside: 'linear' },
  { model: 'u_shaped', beside: 'w_shaped' },
  { model: 'time_decay', beside: 'last', halfLifeDays: 30 },
  { model: 'w_shaped', beside: 'time_decay' },
];

/** What brought the revenue: by six models, by the one source, and by all that touched it. */
export const attributionSubject: Subject = (question) => [
  ...pairs.map((shown) => ask(question, shown)),
  ...wideScopes.map((scope, place) =>
    ask({ ...question, scope: { ...question.scope, ...scope } }, pairs[1 + (place % (pairs.length - 1))] ?? {}),
  ),
];

const ask = (question: Question, shown: Shown): Asking => ({
  path: `/metrics/attribution?${queryOf(question, Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, String(value)])))}`,
  serve: async (app) => {
    const { scope: filter, ...asked } = question;
    return presentAttribution(
      await app.get(AttributionReader, { strict: false }).attribution({ ...asked, ...shown, filter }),
      'en',
    );
  },
  read: (wire) => readAttribution(wire as AttributionWire),
  reckon: (history, now) => reckon(history, now, question, shown),
});

const readAttribution = (wire: AttributionWire): Told =>
  new Map([
    ['models', `${wire.model} beside ${wire.beside}, ${wire.halfLifeDays} days`],
    ['notes', said(wire.notes.map(({ code }) => code))],
    ['total', wire.total ? wire.total.amountMinor : `n/a ${wire.unavailable?.code}`],
    ...wire.rows.map((row) => [`row ${row.key}`, `${row.value.amountMinor} beside ${row.beside.amountMinor}`] as const),
    ...(['sourced', 'influenced'] as const).flatMap((list) =>
      wire[list].map(
        (row) => [`${list} ${row.key}`, `${row.value.amountMinor} of ${row.opportunities} opportunities`] as const,
      ),
    ),
  ]);

interface Share {
  readonly key: string;
  readonly opportunityId: string;
  readonly minor: bigint;
}

type Valued = Touched & { readonly minor: bigint };

function reckon(history: History, now: Date, { period, reading, asOf, scope }: Question, shown: Shown): Told {
  const { stood, present, isUnknown } = standingAt(history, now, asOf);
  const [organisation] = stood.organisation;
  const { zone = 'UTC' } = organisation ?? {};
  const model = shown.model ?? chosenModel(stood, dayIn(zone, present.getTime()));
  const beside = shown.beside ?? (model === 'linear' ? 'first' : 'linear');
  const { halfLifeDays = 7 } = shown;
  const told = ['models', `${model} beside ${beside}, ${halfLifeDays} days`] as const;
  if (isUnknown) return new Map([told, ['notes', said(always)], ['total', 'n/a nothing_recorded_yet']]);
  const span = spanOf(period, organisation ?? 1);
  const lines = traitLines(stood, reading).filter((line) => holds(span, line.day) && isWithin(line, scope, stood));
  const known = lines.flatMap((line): Valued[] =>
    line.minor === null ? [] : [{ ...findTouches(line, stood, reading), minor: line.minor }],
  );
  const [values, besides] = [model, beside].map((one) =>
    sumBy(known.flatMap((line) => shares(one, line, halfLifeDays))),
  );
  const keys = new Set([...(values?.keys() ?? []), ...(besides?.keys() ?? [])]);
  const sourced = sumBy(known.map(({ line, minor }) => ({ key: line.sourceId ?? 'none', ...whose(line), minor })));
  const influenced = sumBy(
    known.flatMap(({ line, touches, minor }) =>
      [...new Set(touches.map(({ sourceId }) => sourceId))].map((key) => ({ key, ...whose(line), minor })),
    ),
  );
  return new Map([
    told,
    [
      'notes',
      said([
        ...always,
        ...(known.length < lines.length ? ['partial_total'] : []),
        ...(known.some(({ touches }) => touches.length === 0) ? ['without_touch'] : []),
      ]),
    ],
    ['total', String(total(known.map(({ minor }) => minor)))],
    ...[...keys].map(
      (key) => [`row ${key}`, `${values?.get(key)?.minor ?? 0n} beside ${besides?.get(key)?.minor ?? 0n}`] as const,
    ),
    ...[...sourced].map(([key, sum]) => [`sourced ${key}`, words(sum)] as const),
    ...[...influenced].map(([key, sum]) => [`influenced ${key}`, words(sum)] as const),
  ]);
}

/** Whatever the numbers are, or whether there are any. */
const always = ['allocation_not_causation', 'influenced_overlaps'];

const whose = ({ opportunityId }: { readonly opportunityId: string }) => ({ opportunityId });

function shares(model: Model, { line, touches, openedAt, minor }: Valued, halfLifeDays: number): Share[] {
  if (touches.length === 0)
    return [{ key: `untouched.${line.sourceId ?? 'none'}.${line.row.campaignId ?? 'none'}`, ...whose(line), minor }];
  const weighed = touches.map(({ at }) => ({ at: at.getTime() }));
  const parts = apportion(minor, weighTouches(model, weighed, { openedAt, halfLifeDays }));
  return touches.flatMap(({ sourceId, campaignId }, place) => {
    const part = parts[place] ?? 0n;
    return part === 0n ? [] : [{ key: `touched.${sourceId}.${campaignId ?? 'none'}`, ...whose(line), minor: part }];
  });
}

interface Sum {
  readonly minor: bigint;
  readonly opportunities: ReadonlySet<string>;
}

function sumBy(some: readonly Share[]): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const { key, opportunityId, minor } of some) {
    const sum = sums.get(key) ?? { minor: 0n, opportunities: new Set() };
    sums.set(key, { minor: sum.minor + minor, opportunities: new Set([...sum.opportunities, opportunityId]) });
  }
  return sums;
}

const words = ({ minor, opportunities }: Sum): string => `${minor} of ${opportunities.size} opportunities`;

const said = (codes: readonly string[]): string => [...codes].toSorted().join(', ');

const chosenModel = (history: History, day: string): Model => {
  const chosen = findChoice(history, 'attribution', day);
  return models.find((model) => model === chosen) ?? 'first';
};
