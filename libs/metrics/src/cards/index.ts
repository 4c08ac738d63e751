export type { CardPart, CardUnit, Dimension, FigureCard } from './figure-card';
export { edgeCases, type EdgeCase } from './edge-cases';
export { cardOf, figureCards } from './figure-cards';
export { definitionsOf, purposeNames, purposes, type Purpose } from './purposes';
export { sayCard, sayDefinitionOf, sayEdgeCase, sayMeaning, sayPurpose } from './say-card';
