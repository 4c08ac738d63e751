import type {
  DefinitionWire,
  FigureNoteWire,
  FigureRecordsWire,
  FigureRecordWire,
  FigureValue as FigureValueWire,
  FigureWire,
  RangeWire,
  ScoreboardWire,
} from '@tandem/contracts';
import type { Locale } from '@tandem/kernel';
import {
  plainValue,
  ratioText,
  sayMeaning,
  sayNote,
  sayPart,
  type Figure,
  type FigureRange,
  type FigureRecord,
  type FigureRecords,
  type FigureValue,
  type Interval,
  type Kpi,
  type Note,
  type Ratio,
  type Scoreboard,
} from '@tandem/metrics';

export const presentScoreboard = (board: Scoreboard, locale: Locale): ScoreboardWire => ({
  ...presentTold(board),
  currency: board.currency,
  figures: board.figures.map((figure) => presentFigure(figure, locale)),
  slices: board.slices.map(({ slice, figures }) => ({
    slice,
    figures: figures.map((figure) => presentFigure(figure, locale)),
  })),
  notes: presentNotes(board.notes, locale),
});

export const presentTold = ({ range, asOf, reading }: Pick<Scoreboard, 'range' | 'asOf' | 'reading'>) => ({
  range: presentRange(range),
  asOf: asOf.toISOString(),
  reading,
});

export const presentFigure = (figure: Figure, locale: Locale): FigureWire => ({
  key: figure.key,
  unit: figure.unit,
  betterWhen: figure.betterWhen,
  value: presentValue(figure.value),
  unavailable: presentNote(figure.unavailable, locale),
  notes: presentNotes(figure.notes, locale),
  parts: figure.parts.map(({ key, value }) => ({ key, name: sayPart(locale, key), value: presentValue(value) })),
  interval: presentInterval(figure.interval),
  target: presentValue(figure.target),
  attainment: presentRatio(figure.attainment),
  pace: presentRatio(figure.pace),
  standing: figure.standing,
  previous: presentValue(figure.previous),
  yearBefore: presentValue(figure.yearBefore),
  definition: figure.definition,
});

export const presentRange = ({ key, from, until, zone, fromInstant, untilInstant, gone }: FigureRange): RangeWire => ({
  key,
  from,
  until,
  zone,
  fromInstant: fromInstant.toISOString(),
  untilInstant: untilInstant.toISOString(),
  gone: ratioText(gone),
});

export const presentRecords = (records: FigureRecords, locale: Locale): FigureRecordsWire => ({
  ...presentTold(records),
  figure: presentFigure(records.figure, locale),
  items: records.items.map(presentRecord),
  page: { nextCursor: records.nextCursor, hasMore: records.nextCursor !== null },
  count: records.count,
});

export const presentDefinition = ({ key, unit, betterWhen }: Kpi, locale: Locale): DefinitionWire => ({
  ...sayMeaning(locale, key),
  key,
  unit,
  betterWhen,
});

export const presentRatio = (ratio: Ratio | null): string | null => ratio && ratioText(ratio);

export const presentInterval = (interval: Interval | null): { low: string; high: string } | null =>
  interval && { low: ratioText(interval.low), high: ratioText(interval.high) };

export const presentNote = (note: Note | null, locale: Locale): FigureNoteWire | null =>
  note && { code: note.code, detail: sayNote(locale, note) };

export const presentNotes = (notes: readonly Note[], locale: Locale): FigureNoteWire[] =>
  notes.map((note) => ({ code: note.code, detail: sayNote(locale, note) }));

const presentValue = (value: FigureValue | null): FigureValueWire | null => value && plainValue(value);

export const presentRecord = (record: FigureRecord): FigureRecordWire => ({
  id: record.id,
  kind: record.kind,
  of: record.of,
  name: record.name,
  accountName: record.accountName,
  opportunityId: record.opportunityId,
  ownerName: record.ownerName,
  date: record.date,
  contribution: plainValue(record.value),
});
