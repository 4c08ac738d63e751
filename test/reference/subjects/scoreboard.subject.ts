import { presentScoreboard } from '../../../apps/api/src/figures/figure.presenter';
import type { FigureValue, FigureWire, ScoreboardWire } from '@tandem/contracts';
import { FiguresReader } from '@tandem/metrics';
import type { Book, Scope } from '../books/book';
import { cutBy, keepBooks, narrow } from '../books/keep-book';
import { beginOf, dayIn, spanBefore, spanOf, spanYearBefore, type Span } from '../calendar';
import type { Answer } from '../figures/answer';
import { reckoned } from '../figures/reckoned';
import { goneOf, placeOf, standOf, targetOf, type Stand } from '../figures/stand';
import { findChoice } from '../history/find-choice';
import type { History } from '../history/history';
import { queryOf, standingAt, type Question, type Subject, type Told } from './subject';

type Kind = 'team' | 'office' | 'person' | 'source';

const kinds = ['team', 'office', 'person', 'source'] as const satisfies readonly Kind[];

/** Every figure of the catalogue, of the whole or of a scope, and of every slice of it. */
export const scoreboardSubject: Subject = (question) =>
  kinds.map((by) => ({
    path: `scoreboard?${queryOf(question, { by })}`,
    serve: async (app) => {
      const { scope: filter, ...asked } = question;
      return presentScoreboard(
        await app.get(FiguresReader, { strict: false }).scoreboard({ ...asked, filter, by }),
        'en',
      );
    },
    read: (wire) => readBoard(wire as ScoreboardWire),
    reckon: (history, now) => reckon(history, now, question, by),
  }));

const readBoard = ({ figures, slices }: ScoreboardWire): Told =>
  new Map([
    ...figures.map((figure) => [`all ${figure.key}`, wordsOf(figure)] as const),
    ...slices.flatMap(({ slice, figures: own }) =>
      own.map((figure) => [`${slice.kind} ${slice.id} ${figure.key}`, wordsOf(figure)] as const),
    ),
  ]);

function reckon(history: History, now: Date, { period: asked, reading, asOf, scope }: Question, by: Kind): Told {
  const { stood, present, isUnknown } = standingAt(history, now, asOf);
  const [years = 1] = history.organisation;
  const zone = history.organisation[0]?.zone ?? 'UTC';
  const open = keepBooks(stood, reading);
  const period = spanOf(asked, years);
  const book = narrow(open(period), scope);
  const [daysBefore, daysYearBefore] = [spanBefore(asked, years), spanYearBefore(asked, years)];
  const compared = (days: Span): Book | null =>
    isUnknown || !isAnythingBefore(stood, days.until, reading) ? null : narrow(open(days), scope);
  const [before, yearBefore] = [compared(daysBefore), compared(daysYearBefore)];
  const gone = goneOf(period, dayIn(zone, present.getTime()));
  const chosen = findChoice(stood, 'headline_win_rate', dayIn(zone, present.getTime())) ?? 'broad';
  const told = (of: string, slice: Scope): [string, string][] => {
    const own = narrow(book, slice);
    const place = placeOf({ ...scope, ...slice });
    return reckoned.map((figure) => {
      const answer = isUnknown ? unknown(figure.of(own)) : figure.of(own);
      const { value, unavailable, parts, notes = [], interval } = answer;
      const target = place && targetOf(stood, figure.key, period, place);
      return [
        `${of} ${figure.key}`,
        words({
          value: value?.text ?? `n/a ${unavailable}`,
          parts: Object.fromEntries(Object.entries(parts).map(([part, worth]) => [part, worth?.text ?? null])),
          notes: figure.key === 'win_rate' && chosen !== 'broad' ? [...notes, `chosen_${chosen}`] : notes,
          interval,
          previous: before && (figure.of(narrow(before, slice)).value?.text ?? null),
          yearBefore: yearBefore && (figure.of(narrow(yearBefore, slice)).value?.text ?? null),
          ...standOf(figure.key, value, target, gone),
        }),
      ];
    });
  };
  const slices = [...cutBy(book, `${by}Id`)].flatMap((id) => {
    return told(`${by} ${id}`, { [`${by}Id`]: id });
  });
  return new Map([...told('all', {}), ...slices]);
}

/** Before the first record, nothing is known of any day. */
function isAnythingBefore(
  { organisation, moves, bookings, expenses, quotas }: History,
  day: string,
  reading: Question['reading'],
): boolean {
  const begin = beginOf(organisation[0]?.zone ?? 'UTC', day);
  // An import that was taken back took the beginnings with it.
  const unmade = moves.filter(({ correction, correctsSeq }) => correction === 'withdraw' && correctsSeq === 1);
  const everWas = ({ opportunityId }: { readonly opportunityId: string }) =>
    reading === 'reported' || !unmade.some((move) => move.opportunityId === opportunityId);
  return (
    moves.some((move) => everWas(move) && move.at.getTime() < begin) ||
    bookings.some((line) => everWas(line) && line.bookingDate < day) ||
    expenses.some(({ expenseDate }) => expenseDate < day) ||
    quotas.some(({ startsOn }) => startsOn < day)
  );
}

/** Before anything was recorded nothing is known, not even that it was nothing. */
const unknown = ({ parts }: Answer): Answer => ({
  value: null,
  unavailable: 'nothing_recorded_yet',
  parts: Object.fromEntries(Object.keys(parts).map((part) => [part, null])),
});

interface Words extends Stand {
  readonly value: string;
  readonly parts: Readonly<Record<string, string | null>>;
  readonly notes: readonly string[];
  readonly interval: Answer['interval'] | null;
  readonly previous: string | null;
  readonly yearBefore: string | null;
}

const wordsOf = ({ value, unavailable, parts, notes, previous, yearBefore, target, ...figure }: FigureWire): string =>
  words({
    ...figure,
    value: worth(value) ?? `n/a ${unavailable?.code}`,
    parts: Object.fromEntries(parts.map((part) => [part.key, worth(part.value)])),
    notes: notes.map(({ code }) => code),
    previous: worth(previous),
    yearBefore: worth(yearBefore),
    target: worth(target),
  });

const words = ({
  value,
  parts,
  notes,
  interval,
  previous,
  yearBefore,
  target,
  attainment,
  pace,
  standing,
}: Words): string =>
  [
    value,
    `of ${Object.entries(parts)
      .map(([part, sum]) => `${part} ${sum}`)
      .join(', ')}`,
    ...(notes.length > 0 ? [`says ${[...notes].toSorted().join(', ')}`] : []),
    ...(interval ? [`within ${interval.low}..${interval.high}`] : []),
    `before ${previous}, a year before ${yearBefore}`,
    ...(target === null ? [] : [`target ${target} attained ${attainment} pace ${pace} ${standing}`]),
  ].join('; ');

function worth(value: FigureValue | null): string | null {
  if (value === null) return null;
  if (value.unit === 'ratio') return value.ratio;
  return value.unit === 'count' ? String(value.count) : `${value.money.amountMinor} ${value.money.currency}`;
}
