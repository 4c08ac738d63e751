import { presentScoreboard } from '../../../apps/api/src/figures/figure.presenter';
import type { FigureValue, FigureWire, ScoreboardWire } from '@tandem/contracts';
import { FiguresReader } from '@tandem/metrics';
import type { Book, Scope } from '../books/book';
import { cutBy, keepBooks, narrow } from '../books/keep-book';
import { spanBefore, spanOf } from '../calendar';
import type { Answer } from '../figures/answer';
import { reckoned } from '../figures/reckoned';
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

function reckon(history: History, now: Date, { period, reading, asOf, scope }: Question, by: Kind): Told {
  const { stood, isUnknown } = standingAt(history, now, asOf);
  const fiscalYearStart = history.organisation[0]?.fiscalYearStart ?? 1;
  const open = keepBooks(stood, reading);
  const book = narrow(open(spanOf(period, fiscalYearStart)), scope);
  const before = narrow(open(spanBefore(period, fiscalYearStart)), scope);
  const slices = [...cutBy(book, `${by}Id`)].flatMap((id) => {
    const slice: Scope = { [`${by}Id`]: id };
    return [...tell(`${by} ${id}`, narrow(book, slice), narrow(before, slice), isUnknown)];
  });
  return new Map([...tell('all', book, before, isUnknown), ...slices]);
}

function tell(of: string, book: Book, before: Book, isUnknown: boolean): Told {
  return new Map(
    reckoned.map((figure) => {
      const answer = isUnknown ? unknown(figure.of(book)) : figure.of(book);
      const previous = isUnknown ? null : figure.of(before).value;
      const { value, unavailable, parts, notes = [], interval } = answer;
      return [`${of} ${figure.key}`, words({ value: value ?? `n/a ${unavailable}`, parts, notes, interval, previous })];
    }),
  );
}

/** Before anything was recorded nothing is known, not even that it was nothing. */
const unknown = ({ parts }: Answer): Answer => ({
  value: null,
  unavailable: 'nothing_recorded_yet',
  parts: Object.fromEntries(Object.keys(parts).map((part) => [part, null])),
});

interface Words extends Pick<Answer, 'parts'> {
  readonly value: string;
  readonly notes: readonly string[];
  readonly interval: Answer['interval'] | null;
  readonly previous: string | null;
}

const wordsOf = ({ value, unavailable, parts, notes, interval, previous }: FigureWire): string =>
  words({
    value: worth(value) ?? `n/a ${unavailable?.code}`,
    parts: Object.fromEntries(parts.map((part) => [part.key, worth(part.value)])),
    notes: notes.map(({ code }) => code),
    interval,
    previous: worth(previous),
  });

const words = ({ value, parts, notes, interval, previous }: Words): string =>
  [
    value,
    `of ${Object.entries(parts)
      .map(([part, sum]) => `${part} ${sum}`)
      .join(', ')}`,
    ...(notes.length > 0 ? [`says ${[...notes].toSorted().join(', ')}`] : []),
    ...(interval ? [`within ${interval.low}..${interval.high}`] : []),
    `before ${previous}`,
  ].join('; ');

function worth(value: FigureValue | null): string | null {
  if (value === null) return null;
  if (value.unit === 'ratio') return value.ratio;
  return value.unit === 'count' ? String(value.count) : `${value.money.amountMinor} ${value.money.currency}`;
}
