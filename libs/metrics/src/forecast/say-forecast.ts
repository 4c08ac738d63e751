import { moneyText, type Locale } from '@tandem/kernel';
import { text } from '@tandem/language';
import type { Note } from '../rules/figure-value';

/** What stands beside a forecast or why there is none, as a sentence in somebody's language. */
export const sayForecastNote = (locale: Locale, { code, facts }: Note): string =>
  text(
    locale,
    `forecast:note.${code}`,
    Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'object' ? moneyText(fact) : fact]),
    ),
  );

/** What the forecast and its parts mean, in somebody's language. */
export const sayForecastDefinition = (locale: Locale, of: 'weighted' | 'range' | 'categories' | 'accuracy') => ({
  name: text(locale, `forecast:${of}.name`),
  formula: text(locale, `forecast:${of}.formula`),
  explanation: text(locale, `forecast:${of}.explanation`),
});
