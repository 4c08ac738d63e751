import type { AttributedSourceWire, AttributionWire } from '@tandem/contracts';
import type { Locale } from '@tandem/kernel';
import type { Attribution, SourceRow } from '@tandem/metrics';
import { presentMoney } from '../opportunities/card.presenter';
import { presentTold } from './figure.presenter';
import { presentAmount, presentSaid, presentWhy } from './line.presenter';

export const presentAttribution = (answer: Attribution, locale: Locale): AttributionWire => ({
  ...presentTold(answer),
  currency: answer.currency,
  model: answer.models[0],
  definition: answer.models[0],
  beside: answer.models[1],
  halfLifeDays: answer.halfLifeDays,
  total: presentAmount(answer.total),
  unavailable: presentWhy(answer.unavailable, locale),
  notes: answer.notes.map((note) => presentSaid(note, locale)),
  rows: answer.rows.map((row) => ({
    key: row.key,
    touched: row.isTouched,
    sourceId: row.sourceId,
    source: row.source,
    campaignId: row.campaignId,
    campaign: row.campaign,
    value: presentMoney(row.values[0]),
    beside: presentMoney(row.values[1]),
  })),
  sourced: answer.sourced.map(presentSource),
  influenced: answer.influenced.map(presentSource),
});

const presentSource = ({ key, sourceId, source, value, opportunities }: SourceRow): AttributedSourceWire => ({
  key,
  sourceId,
  source,
  value: presentMoney(value),
  opportunities,
});
