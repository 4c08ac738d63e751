import type { FigureNoteWire, ForecastRecordsWire, ForecastRecordWire, ForecastWire } from '@tandem/contracts';
import type { Locale, Money } from '@tandem/kernel';
import { text } from '@tandem/language';
import {
  drawCount,
  ratioText,
  sayForecastNote,
  sayMeaning,
  sayNote,
  type DealSum,
  type Forecast,
  type ForecastAnswer,
  type ForecastRecord,
  type ForecastRecords,
  type ForecastStage,
  type FigureValue,
  type Note,
} from '@tandem/metrics';
import { presentMoney } from '../opportunities/card.presenter';
import { presentNote, presentTold } from './figure.presenter';

export const presentForecast = (answer: ForecastAnswer, locale: Locale): ForecastWire => ({
  ...presentTold(answer),
  currency: answer.currency,
  forecast: answer.forecast && presentKnown(answer.forecast, answer.currency, locale),
  unavailable: presentNote(answer.unavailable, locale),
  definitions: {
    weighted: sayMeaning(locale, 'weighted_forecast'),
    range: sayMeaning(locale, 'forecast_range'),
    categories: sayMeaning(locale, 'forecast_categories'),
  },
});

export const presentForecastRecords = (
  records: ForecastRecords & Pick<ForecastAnswer, 'range' | 'asOf' | 'reading'>,
): ForecastRecordsWire => ({
  ...presentTold(records),
  items: records.items.map(presentRecord),
  page: { nextCursor: records.nextCursor, hasMore: records.nextCursor !== null },
  count: records.count,
});

export const presentForecastNote = (note: Note, locale: Locale): FigureNoteWire => ({
  code: note.code,
  detail: sayForecastNote(locale, note),
});

export const presentFigureNotes = (notes: readonly Note[], locale: Locale): FigureNoteWire[] =>
  notes.map((note) => ({ code: note.code, detail: sayNote(locale, note) }));

const presentKnown = (forecast: Forecast, currency: string, locale: Locale): NonNullable<ForecastWire['forecast']> => {
  const moneyOf = (amountMinor: bigint) => presentMoney({ amountMinor, currency });
  const { won, open, overdue, range } = forecast;
  return {
    total: moneyOf(forecast.totalMinor),
    won: moneyOf(won.minor),
    open: presentSum(open, currency),
    overdue: { count: overdue.count, worth: moneyOf(overdue.worthMinor) },
    unvalued: forecast.unvalued,
    simulated: {
      p10: moneyOf(range.p10Minor),
      p50: moneyOf(range.p50Minor),
      p90: moneyOf(range.p90Minor),
      draws: drawCount,
    },
    categories: forecast.categories.map(({ category, ...sum }) => ({
      category,
      name: text(locale, `words:forecastCategory.${category}`),
      ...presentSum(sum, currency),
    })),
    stages: forecast.stages.map((stage) => presentStage(stage, currency)),
    notes: [
      ...presentFigureNotes(won.notes, locale),
      ...forecast.notes.map((note) => presentForecastNote(note, locale)),
    ],
  };
};

const presentStage = (stage: ForecastStage, currency: string) => ({
  stageId: stage.stageId,
  key: stage.key,
  name: stage.name,
  probability: ratioText(stage.probability),
  basis: stage.basis,
  decided: stage.decided,
  won: stage.won,
  ...presentSum(stage, currency),
});

const presentSum = ({ count, worthMinor, weightedMinor }: DealSum, currency: string) => ({
  count,
  worth: presentMoney({ amountMinor: worthMinor, currency }),
  weighted: presentMoney({ amountMinor: weightedMinor, currency }),
});

const presentRecord = (record: ForecastRecord): ForecastRecordWire => ({
  id: record.id,
  kind: record.kind,
  of: record.of,
  opportunityId: record.opportunityId,
  name: record.name,
  accountName: record.accountName,
  ownerName: record.ownerName,
  date: record.date,
  stageId: record.stageId,
  category: record.category,
  probability: record.chance && ratioText(record.chance.probability),
  basis: record.chance && record.chance.basis,
  worth: presentWorth(record.worth),
  contribution: presentWorth(record.contribution),
});

const presentWorth = (value: FigureValue | null): ReturnType<typeof presentMoney> | null =>
  value?.unit === 'money' ? presentMoney(value.money satisfies Money) : null;
