import type {
  CoverageRecordsWire,
  CoverageViewWire,
  CoverageWire,
  PipelinePointWire,
  PipelineRecordsWire,
  PipelineTrendWire,
  SlippageRecordsWire,
  SlippageWire,
  WaterfallRecordsWire,
  WaterfallWire,
} from '@tandem/contracts';
import type { Locale } from '@tandem/kernel';
import {
  sayBucket,
  sayPipelineNote,
  sayWent,
  type CoverageAnswer,
  type CoverageRecords,
  type CoverageView,
  type Note,
  type PageOf,
  type PipelineRecord,
  type PipelineTold,
  type SlippageAnswer,
  type SlippageRecords,
  type Trend,
  type TrendPoint,
  type TrendRecords,
  type WaterfallAnswer,
  type WaterfallRecords,
} from '@tandem/metrics';
import { presentMoney, presentMoneyOrNull } from '../opportunities/card.presenter';
import { presentInterval, presentRatio, presentTold } from './figure.presenter';

export const presentWaterfall = (answer: WaterfallAnswer, locale: Locale): WaterfallWire => ({
  ...presentAnswer(answer, locale),
  closing: answer.closing,
  form: answer.form,
  lines: answer.lines.map(({ bucket, value, count }) => ({
    bucket,
    name: sayBucket(locale, bucket),
    value: presentMoney(value),
    count,
  })),
  notes: presentNotes(answer.notes, locale),
});

export const presentWaterfallRecords = (records: WaterfallRecords, locale: Locale): WaterfallRecordsWire => ({
  ...presentAnswer(records, locale),
  closing: records.closing,
  form: records.form,
  items: records.items.map((record) => ({
    ...presentRecord(record),
    bucket: record.bucket,
    contribution: presentMoney(record.value),
    at: record.at && record.at.toISOString(),
  })),
  ...presentPage(records),
});

export const presentTrend = (trend: Trend, locale: Locale): PipelineTrendWire => ({
  ...presentAnswer(trend, locale),
  closing: trend.closing,
  step: trend.step,
  points: trend.points.map((point) => presentPoint(point, locale)),
});

export const presentTrendRecords = (records: TrendRecords, locale: Locale): PipelineRecordsWire => ({
  ...presentAnswer(records, locale),
  closing: records.closing,
  point: presentPoint(records.point, locale),
  items: records.items.map((record) => ({
    ...presentRecord(record),
    contribution: presentMoneyOrNull(record.value),
    weighted: presentMoneyOrNull(record.weighted),
  })),
  ...presentPage(records),
});

export const presentSlippage = (answer: SlippageAnswer, locale: Locale): SlippageWire => ({
  ...presentAnswer(answer, locale),
  due: presentPile(answer.due),
  slipped: presentPile(answer.slipped),
  share: presentRatio(answer.share),
  shareOfValue: presentRatio(answer.shareOfValue),
  interval: presentInterval(answer.interval),
  went: answer.went.map(({ to, ...pile }) => ({ to, name: sayWent(locale, to), ...presentPile(pile) })),
  notes: presentNotes(answer.notes, locale),
});

export const presentSlippageRecords = (records: SlippageRecords, locale: Locale): SlippageRecordsWire => ({
  ...presentAnswer(records, locale),
  items: records.items.map((record) => ({
    ...presentRecord(record),
    contribution: presentMoneyOrNull(record.value),
    closeDateAfter: record.closeDateAfter,
    went: record.went,
  })),
  ...presentPage(records),
});

export const presentCoverage = (answer: CoverageAnswer, locale: Locale): CoverageWire => ({
  ...presentAnswer(answer, locale),
  quota: presentMoneyOrNull(answer.quota),
  won: presentMoneyOrNull(answer.won),
  start: presentCoverageView(answer.start, locale),
  toGo: presentCoverageView(answer.toGo, locale),
});

export const presentCoverageRecords = (records: CoverageRecords, locale: Locale): CoverageRecordsWire => ({
  ...presentAnswer(records, locale),
  items: records.items.map((record) => ({
    ...presentRecord(record),
    contribution: presentMoneyOrNull(record.value),
  })),
  ...presentPage(records),
});

const presentAnswer = (answer: PipelineTold, locale: Locale) => ({
  ...presentTold(answer),
  currency: answer.currency,
  unavailable: presentNoteOrNull(answer.unavailable, locale),
});

const presentCoverageView = (view: CoverageView, locale: Locale): CoverageViewWire => ({
  coverage: presentRatio(view.coverage),
  met: view.isMet,
  unavailable: presentNoteOrNull(view.unavailable, locale),
  count: view.count,
  pipeline: presentMoney(view.pipeline),
  toCover: presentMoneyOrNull(view.toCover),
  notes: presentNotes(view.notes, locale),
});

const presentPoint = (point: TrendPoint, locale: Locale): PipelinePointWire => ({
  day: point.day,
  count: point.count,
  value: presentMoney(point.value),
  weighted: presentMoney(point.weighted),
  notes: presentNotes(point.notes, locale),
});

const presentPile = ({ count, value }: SlippageAnswer['due']) => ({ count, value: presentMoney(value) });

const presentRecord = (record: PipelineRecord) => ({
  opportunityId: record.opportunityId,
  name: record.name,
  accountName: record.accountName,
  ownerName: record.ownerName,
  amount: presentMoneyOrNull(record.amount),
  closeDate: record.closeDate,
});

const presentPage = ({ nextCursor, count }: Pick<PageOf<PipelineRecord>, 'nextCursor' | 'count'>) => ({
  page: { nextCursor, hasMore: nextCursor !== null },
  count,
});

const presentNotes = (notes: readonly Note[], locale: Locale) =>
  notes.map((note) => ({ code: note.code, detail: sayPipelineNote(locale, note) }));

const presentNoteOrNull = (note: Note | null, locale: Locale) =>
  note && { code: note.code, detail: sayPipelineNote(locale, note) };
