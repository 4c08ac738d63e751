import type { MixWire } from '@tandem/contracts';
import { money, type Locale } from '@tandem/kernel';
import type { Mix, MixFigures } from '@tandem/metrics';
import { presentMoney } from '../opportunities/card.presenter';
import { presentRatio, presentTold } from './figure.presenter';
import { presentSaid, presentWhy } from './line.presenter';

export const presentMix = (answer: Mix, locale: Locale): MixWire => ({
  ...presentTold(answer),
  currency: answer.currency,
  by: answer.by,
  unavailable: presentWhy(answer.unavailable, locale),
  notes: answer.notes.map((note) => presentSaid(note, locale)),
  whole: answer.whole && presentFigures(answer.whole, answer.currency),
  rows: answer.rows.map((row) => ({
    key: row.key,
    name: row.name,
    ...presentFigures(row, answer.currency),
    share: presentRatio(row.share),
  })),
});

const presentFigures = (figures: MixFigures, currency: string) => ({
  revenue: presentMoney(money(figures.revenueMinor, currency)),
  grossProfit: figures.profitMinor === null ? null : presentMoney(money(figures.profitMinor, currency)),
  costCoverage: presentRatio(figures.coverage),
  futureRevenue: presentMoney(money(figures.futureMinor, currency)),
  futureShare: presentRatio(figures.futureShare),
});
