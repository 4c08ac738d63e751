import { missing } from '@tandem/kernel';
import type { FigureCard } from './figure-card';
import { answerCards, stageCards } from './flow.cards';
import { forecastCards, pipelineCards } from './pipeline.cards';
import { revenueCards } from './revenue.cards';
import { scoreboardCards } from './scoreboard.cards';
import { winRateCards } from './win-rate.cards';

/** Every figure of the product, each declared once; what a screen, an e-mail or a program says of a figure it has from here. */
export const figureCards: readonly FigureCard[] = [
  ...scoreboardCards,
  ...winRateCards,
  ...stageCards,
  ...answerCards,
  ...pipelineCards,
  ...forecastCards,
  ...revenueCards,
];

const byKey = new Map(figureCards.map((card) => [card.key, card]));

export function cardOf(key: string): FigureCard {
  const found = byKey.get(key);
  if (!found) throw missing('figure.unknown', `There is no figure “${key}”.`, { key });
  return found;
}
