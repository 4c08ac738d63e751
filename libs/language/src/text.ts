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

/** Texts without facts, by locale and key: an answer says the same few names thousands of times. */
const plain = new Map<string, string>();

/** A text by `namespace:path.to.key`, with facts filled in; missing texts come back as their key, which a test looks for. */
export function text(locale: string, key: string, facts?: Readonly<Record<string, unknown>>): string {
  const place = facts === undefined || Object.keys(facts).length === 0 ? `${locale} ${key}` : null;
  const known = place === null ? undefined : plain.get(place);
  if (known !== undefined) return known;
  const found = String(language.getFixedT(locale)(key, facts));
  // Keys of texts there are: whatever somebody else made up is not kept.
  if (place !== null && hasText(locale, key)) plain.set(place, found);
  return found;
}

/** Also true of a text that only has its forms for one and for several. */
export const hasText = (locale: string, key: string): boolean => language.exists(key, { lng: locale, count: 2 });
