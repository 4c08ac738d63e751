import { presentScoreboard } from '../../../apps/api/src/figures/figure.presenter';
import type { FigureValue, FigureWire, ScoreboardWire } from '@tandem/contracts';
import { FiguresReader } from '@tandem/metrics';
import type { Book, Scope } from '../books/book';
import { cutBy, keepBooks, narrow } from '../books/keep-book';
import { dayIn, spanBefore, spanOf } from '../calendar';
import type { Answer } from '../figures/answer';
import { reckoned } from '../figures/reckoned';
import { goneOf, standOf, targetOf, type Stand } from '../figures/stand';
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
  const { fiscalYearStart = 1, zone = 'UTC' } = history.organisation[0] ?? {};
  const open = keepBooks(stood, reading);
  const period = spanOf(asked, fiscalYearStart);
  const book = narrow(open(period), scope);
  const before = narrow(open(spanBefore(asked, fiscalYearStart)), scope);
  const isWhole = Object.keys(scope).length === 0;
  const gone = goneOf(period, dayIn(zone, present.getTime()));
  const told = (of: string, own: Book, ownBefore: Book, hasTargets: boolean): [string, string][] =>
    reckoned.map((figure) => {
      const answer = isUnknown ? unknown(figure.of(own)) : figure.of(own);
      const { value, unavailable, parts, notes = [], interval } = answer;
      const target = hasTargets ? targetOf(stood, figure.key, period) : null;
      return [
        `${of} ${figure.key}`,
        words({
          value: value?.text ?? `n/a ${unavailable}`,
          parts: Object.fromEntries(Object.entries(parts).map(([part, worth]) => [part, worth?.text ?? null])),
          notes,
          interval,
          previous: isUnknown ? null : (figure.of(ownBefore).value?.text ?? null),
          ...standOf(figure.key, value, target, gone),
        }),
      ];
    });
  const slices = [...cutBy(book, `${by}Id`)].flatMap((id) => {
    const slice: Scope = { [`${by}Id`]: id };
    return told(`${by} ${id}`, narrow(book, slice), narrow(before, slice), false);
  });
  return new Map([...told('all', book, before, isWhole), ...slices]);
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
}

const wordsOf = ({ value, unavailable, parts, notes, previous, target, ...figure }: FigureWire): string =>
  words({
    ...figure,
    value: worth(value) ?? `n/a ${unavailable?.code}`,
    parts: Object.fromEntries(parts.map((part) => [part.key, worth(part.value)])),
    notes: notes.map(({ code }) => code),
    previous: worth(previous),
    target: worth(target),
  });

const words = ({ value, parts, notes, interval, previous, target, attainment, pace, standing }: Words): string =>
  [
    value,
    `of ${Object.entries(parts)
      .map(([part, sum]) => `${part} ${sum}`)
      .join(', ')}`,
    ...(notes.length > 0 ? [`says ${[...notes].toSorted().join(', ')}`] : []),
    ...(interval ? [`within ${interval.low}..${interval.high}`] : []),
    `before ${previous}`,
    ...(target === null ? [] : [`target ${target} attained ${attainment} pace ${pace} ${standing}`]),
  ].join('; ');

function worth(value: FigureValue | null): string | null {
  if (value === null) return null;
  if (value.unit === 'ratio') return value.ratio;
  return value.unit === 'count' ? String(value.count) : `${value.money.amountMinor} ${value.money.currency}`;
}
