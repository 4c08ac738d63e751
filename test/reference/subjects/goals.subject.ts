import { presentGoals } from '../../../apps/api/src/figures/goals.presenter';
import type { FigureValue, GoalsWire, GoalWire } from '@tandem/contracts';
import { GoalsBoardReader } from '@tandem/metrics';
import { costCustomers, customersOnce } from '../acquisition/cost-customers';
import type { Book, Scope } from '../books/book';
import { keepBooks, narrow } from '../books/keep-book';
import { dayIn, spanOf } from '../calendar';
import { money, type Figure } from '../figures/answer';
import { reckoned } from '../figures/reckoned';
import { goneOf, standOf, targetOf, type Stand } from '../figures/stand';
import type { History } from '../history/history';
import { queryOf, standingAt, type Question, type Subject, type Told } from './subject';

/** Where every target stands, whatever its figure and slice. */
export const goalsSubject: Subject = ({ scope: _, ...question }) => [
  {
    path: `/metrics/goals?${queryOf({ ...question, scope: {} }, { limit: '200' })}`,
    serve: async (app) =>
      presentGoals(await app.get(GoalsBoardReader, { strict: false }).board({ ...question, limit: 200 }), 'en'),
    read: (wire) => readGoals(wire as GoalsWire),
    reckon: (history, now) => reckon(history, now, question),
  },
];

const readGoals = ({ items }: GoalsWire): Told =>
  new Map(items.map((goal) => [placeWords(goal.key, goal.slice ?? { kind: 'all', id: null }), wordsOf(goal)]));

const placeWords = (key: string, { kind, id }: { readonly kind: string; readonly id: string | null }): string =>
  `${key} of ${kind} ${id}`;

const wordsOf = ({ value, unavailable, target, ...stand }: GoalWire): string =>
  words({ ...stand, value: worth(value) ?? `n/a ${unavailable?.code}`, target: worth(target) });

function worth(value: FigureValue | null): string | null {
  if (value === null) return null;
  if (value.unit === 'ratio') return value.ratio;
  return value.unit === 'count' ? String(value.count) : `${value.money.amountMinor} ${value.money.currency}`;
}

const words = ({ value, target, attainment, pace, standing }: Stand & { readonly value: string }): string =>
  `${value} of ${target}: attained ${attainment} pace ${pace} ${standing}`;

/** The figures of the scoreboard, and those of other questions that the reference knows. */
const figures: readonly Figure[] = [
  ...reckoned,
  {
    key: 'acquisition_cost',
    of: (book) => {
      const { minor, unavailable } = costCustomers(book);
      return { value: minor === null ? null : money(minor, book), ...(unavailable ? { unavailable } : {}), parts: {} };
    },
  },
];

function reckon(history: History, now: Date, { period, reading, asOf }: Omit<Question, 'scope'>): Told {
  const { stood, present, isUnknown } = standingAt(history, now, asOf);
  const [organisation] = stood.organisation;
  const { zone = 'UTC' } = organisation ?? {};
  const span = spanOf(period, organisation ?? 1);
  const book = keepBooks(stood, reading)(span);
  const gone = goneOf(span, dayIn(zone, present.getTime()));
  const places = new Map(stood.targets.map((row) => [`${row.figureKey} ${row.sliceKind} ${row.slice}`, row]));
  return new Map(
    [...places.values()].flatMap(({ figureKey, sliceKind, slice }) => {
      const figure = figures.find(({ key }) => key === figureKey);
      const target = figure && targetOf(stood, figureKey, span, { sliceKind, slice });
      if (!target) return [];
      const id = slice === '' ? null : slice;
      const scope: Scope = sliceKind === 'all' ? {} : { [`${sliceKind}Id`]: id };
      const { value, unavailable } = isUnknown
        ? { value: null, unavailable: 'nothing_recorded_yet' }
        : figure.of(narrowed(book, figureKey, scope));
      const stand = standOf(figureKey, value, target, gone);
      return [
        [
          placeWords(figureKey, { kind: sliceKind, id }),
          words({ ...stand, value: value?.text ?? `n/a ${unavailable}` }),
        ] as const,
      ];
    }),
  );
}

const narrowed = (book: Book, key: string, scope: Scope): Book =>
  narrow(key === 'acquisition_cost' ? customersOnce(book) : book, scope);
