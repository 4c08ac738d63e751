import { createInstance } from 'i18next';
import { serverTexts } from './catalogues';

const language = createInstance();
void language.init({
  resources: serverTexts,
  fallbackLng: 'en',
  defaultNS: 'words',
  initAsync: false,
  interpolation: { escapeValue: false },
  returnNull: false,
});

/** A text by `namespace:path.to.key`, with facts filled in; missing texts come back as their key, which a test looks for. */
export const text = (locale: string, key: string, facts: Readonly<Record<string, unknown>> = {}): string =>
  String(language.getFixedT(locale)(key, facts));

export const hasText = (locale: string, key: string): boolean => language.exists(key, { lng: locale });
