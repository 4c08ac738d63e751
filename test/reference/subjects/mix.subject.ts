import { presentMix } from '../../../apps/api/src/figures/mix.presenter';
import type { MixWire } from '@tandem/contracts';
import { MixReader } from '@tandem/metrics';
import { apportion } from '../apportion';
import { isWithin, traitLines } from '../books/trait-lines';
import { holds, spanOf } from '../calendar';
import { decimal, fraction, inOrder } from '../exact';
import type { History } from '../history/history';
import { wideScopes } from '../lives/offers';
import { knownLines, mixKinds, mixOf, sizeOf, traitOf, type MixFigures, type MixKind } from '../mix/mix-lines';
import { queryOf, standingAt, type Asking, type Question, type Subject, type Told } from './subject';

/** Of what revenue is made, in five ways; narrowed, too, to what lines alone say. */
export const mixSubject: Subject = (question) => [
  ...mixKinds.map((by) => ask(question, by)),
  ...wideScopes.map((scope, place) =>
    ask({ ...question, scope: { ...question.scope, ...scope } }, mixKinds[place % mixKinds.length] ?? 'product'),
  ),
];

const ask = (question: Question, by: MixKind): Asking => ({
  path: `/metrics/mix?${queryOf(question, { by })}`,
  serve: async (app) => {
    const { scope: filter, ...rest } = question;
    return presentMix(await app.get(MixReader, { strict: false }).mix({ ...rest, filter, by }), 'en');
  },
  read: (wire) => readMix(wire as MixWire),
  reckon: (history, now) => reckon(history, now, question, by),
});

const readMix = ({ whole, unavailable, notes, rows }: MixWire): Told =>
  new Map([
    ['notes', said(notes.map(({ code }) => code))],
    ['whole', whole ? words(figuresOf(whole)) : `n/a ${unavailable?.code}`],
    ...rows.map((row) => [`row ${row.key}`, `${words(figuresOf(row))}; share ${row.share}`] as const),
  ]);

type FiguresWire = NonNullable<MixWire['whole']>;

const figuresOf = (wire: FiguresWire): MixFigures => ({
  ...wire,
  revenue: BigInt(wire.revenue.amountMinor),
  grossProfit: wire.grossProfit && BigInt(wire.grossProfit.amountMinor),
  futureRevenue: BigInt(wire.futureRevenue.amountMinor),
});

function reckon(history: History, now: Date, { period, reading, asOf, scope }: Question, by: MixKind): Told {
  const { stood, isUnknown } = standingAt(history, now, asOf);
  if (isUnknown)
    return new Map([
      ['notes', said([])],
      ['whole', 'n/a nothing_recorded_yet'],
    ]);
  const span = spanOf(period, stood.organisation[0] ?? 1);
  const lines = traitLines(stood, reading).filter((line) => holds(span, line.day) && isWithin(line, scope, stood));
  const known = knownLines(lines);
  const isFuture = (productId: string) => stood.products.some(({ id, future }) => id === productId && future === 1);
  const keys = [...new Set(known.map(traitOf[by]))];
  const rows = keys.map((key) => ({
    key,
    ...mixOf(
      known.filter((line) => traitOf[by](line) === key),
      isFuture,
    ),
  }));
  const whole = mixOf(known, isFuture);
  const covered = sizeOf(known.filter(({ costMinor }) => costMinor !== null));
  const shares = sharesOf(rows, whole.revenue);
  return new Map([
    [
      'notes',
      said([
        ...(known.length < lines.length ? ['partial_total'] : []),
        ...(covered * 100n < sizeOf(known) * 80n ? ['indicative'] : []),
      ]),
    ],
    ['whole', words(whole)],
    ...rows.map((row) => [`row ${row.key ?? 'none'}`, `${words(row)}; share ${shares.get(row.key) ?? null}`] as const),
  ]);
}

/** In millionths, which add up to a whole; of equally many the larger row, then the first by its key, and last what has none. */
function sharesOf(
  rows: readonly { readonly key: string | null; readonly revenue: bigint }[],
  whole: bigint,
): ReadonlyMap<string | null, string> {
  if (whole <= 0n) return new Map();
  const sorted = inOrder(
    rows,
    (one, other) =>
      one.revenue > other.revenue || (one.revenue === other.revenue && (one.key ?? '~') < (other.key ?? '~')),
  );
  const shares = apportion(
    1_000_000n,
    sorted.map(({ revenue }) => revenue),
  );
  return new Map(sorted.map(({ key }, place) => [key, decimal(fraction(shares[place] ?? 0n, 1_000_000n))]));
}

const said = (codes: readonly string[]): string => [...codes].toSorted().join(', ');

const words = ({ revenue, grossProfit, costCoverage, futureRevenue, futureShare }: MixFigures): string =>
  [
    `revenue ${revenue}`,
    `profit ${grossProfit} of ${costCoverage}`,
    `future ${futureRevenue}, share ${futureShare}`,
  ].join('; ');
