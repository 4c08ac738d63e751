import type { ChosenDefinitionWire, MetricCardWire, MetricChoicesWire } from '@tandem/contracts';
import type { Locale } from '@tandem/kernel';
import {
  definitionsOf,
  sayDefinitionOf,
  sayEdgeCase,
  sayMeaning,
  sayPurpose,
  type Choices,
  type ChosenDefinition,
  type FigureCard,
} from '@tandem/metrics';

export const presentCard = (
  card: FigureCard,
  inForce: readonly ChosenDefinition[],
  locale: Locale,
): MetricCardWire => ({
  ...sayMeaning(locale, card.key),
  unit: card.unit,
  betterWhen: card.betterWhen,
  ofPeriod: card.ofPeriod,
  edgeCases: card.edgeCases.map((code) => ({ code, detail: sayEdgeCase(locale, code) })),
  dimensions: [...card.dimensions],
  sources: [...card.sources],
  rivals: presentRivals(card, inForce, locale),
  parts: card.parts.map((part) => ({ ...part })),
});

export const presentChoices = ({ inForce, made }: Choices): MetricChoicesWire => ({
  inForce: inForce.map(presentChosen),
  made: made.map((choice) => ({
    ...presentChosen(choice),
    id: choice.id,
    recordedAt: new Date(choice.recordedAt).toISOString(),
  })),
});

function presentRivals(
  { purpose, definition }: FigureCard,
  inForce: readonly ChosenDefinition[],
  locale: Locale,
): MetricCardWire['rivals'] {
  const chosen = inForce.find((one) => one.purpose === purpose);
  if (purpose === null || !chosen) return null;
  return {
    purpose,
    name: sayPurpose(locale, purpose),
    definition,
    definitions: definitionsOf(purpose).map((key) => ({
      key,
      ...sayDefinitionOf(locale, purpose, key),
      chosen: key === chosen.definition,
    })),
    chosen: presentChosen(chosen),
  };
}

const presentChosen = (chosen: ChosenDefinition): ChosenDefinitionWire => ({
  purpose: chosen.purpose,
  definition: chosen.definition,
  chosenIn: chosen.chosenIn,
  validFrom: chosen.validFrom,
  chosenBy: chosen.chosenBy,
  reason: chosen.reason,
});
