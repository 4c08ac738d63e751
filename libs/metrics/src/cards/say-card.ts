import type { Locale } from '@tandem/kernel';
import { text } from '@tandem/language';
import type { EdgeCase } from './edge-cases';
import type { CardTexts } from './figure-card';
import { cardOf } from './figure-cards';
import type { Purpose } from './purposes';

/** What a figure is called, how it is computed and what has to be known about it, in somebody's language. */
export const sayCard = (locale: Locale, { name, formula, explanation }: CardTexts) => ({
  name: text(locale, name),
  formula: text(locale, formula),
  explanation: text(locale, explanation),
});

/** The same of a figure by its key, as it stands beside an answer. */
export const sayMeaning = (locale: Locale, key: string) => ({ key, ...sayCard(locale, cardOf(key).says) });

export const sayEdgeCase = (locale: Locale, code: EdgeCase): string => text(locale, `metrics:edge.${code}`);

/** The question that rivals answer differently. */
export const sayPurpose = (locale: Locale, purpose: Purpose): string => text(locale, `metrics:purpose.${purpose}.name`);

/** A rival definition: what it is called, and what it means in one sentence. */
export const sayDefinitionOf = (locale: Locale, purpose: Purpose, definition: string) => ({
  name: text(locale, `metrics:purpose.${purpose}.${definition}.name`),
  meaning: text(locale, `metrics:purpose.${purpose}.${definition}.meaning`),
});
