import type { ForecastAccuracyWire } from '@tandem/contracts';
import type { Locale } from '@tandem/kernel';
import {
  ratioText,
  sayMeaning,
  type ForecastAccuracy,
  type ForecastPeriod,
  type Judgement,
  type LeadJudgement,
  type PastForecast,
} from '@tandem/metrics';
import { presentMoney } from '../opportunities/card.presenter';
import { presentFigureNotes, presentForecastNote } from './forecast.presenter';

export const presentAccuracy = (accuracy: ForecastAccuracy, locale: Locale): ForecastAccuracyWire => ({
  asOf: accuracy.asOf.toISOString(),
  reading: accuracy.reading,
  currency: accuracy.currency,
  from: accuracy.from,
  until: accuracy.until,
  leads: accuracy.leads.map((lead) => presentLead(lead, accuracy.currency, locale)),
  unavailable: accuracy.unavailable && presentForecastNote(accuracy.unavailable, locale),
  notes: accuracy.notes.map((note) => presentForecastNote(note, locale)),
  periods: accuracy.periods.map((period) => presentPeriod(period, accuracy.currency, locale)),
  definition: sayMeaning(locale, 'forecast_accuracy'),
});

const presentLead = ({ leadWeeks, periods, within, judgements }: LeadJudgement, currency: string, locale: Locale) => ({
  leadWeeks,
  periods,
  within,
  commit: presentJudgement(judgements.commit, currency, locale),
  bestCase: presentJudgement(judgements.best_case, currency, locale),
  weighted: presentJudgement(judgements.weighted, currency, locale),
  p50: presentJudgement(judgements.p50, currency, locale),
});

const presentJudgement = (judgement: Judgement, currency: string, locale: Locale) => ({
  forecast: presentMoney({ amountMinor: judgement.forecastMinor, currency }),
  actual: presentMoney({ amountMinor: judgement.actualMinor, currency }),
  accuracy: judgement.accuracy && ratioText(judgement.accuracy),
  bias: judgement.bias && ratioText(judgement.bias),
  unavailable: judgement.unavailable && presentForecastNote(judgement.unavailable, locale),
});

const presentPeriod = (period: ForecastPeriod, currency: string, locale: Locale) => ({
  key: period.key,
  from: period.from,
  until: period.until,
  actual: period.actual && presentMoney(period.actual),
  unavailable: period.unavailable && presentForecastNote(period.unavailable, locale),
  notes: presentFigureNotes(period.notes, locale),
  snapshots: period.snapshots.map((snapshot) => presentSnapshot(snapshot, currency)),
});

const presentSnapshot = (snapshot: PastForecast, currency: string) => {
  const moneyOf = (amountMinor: bigint) => presentMoney({ amountMinor, currency });
  const { commit, best_case: bestCase, weighted, p50 } = snapshot.forecasts;
  return {
    weekFrom: snapshot.weekFrom,
    leadWeeks: snapshot.leadWeeks,
    won: moneyOf(snapshot.wonMinor),
    p10: moneyOf(snapshot.p10Minor),
    p90: moneyOf(snapshot.p90Minor),
    within: snapshot.isWithin,
    commit: moneyOf(commit),
    bestCase: moneyOf(bestCase),
    weighted: moneyOf(weighted),
    p50: moneyOf(p50),
  };
};
