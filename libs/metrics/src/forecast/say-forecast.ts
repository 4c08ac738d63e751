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
