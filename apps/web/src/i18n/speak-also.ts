import { language, languageReady, type Locale } from './language';

/**
 * Adds texts that only one part of the product says. They come with that part in every language, so that a change of language waits
 * for nothing; the part awaits this before it is drawn.
 */
export async function speakAlso(namespace: string, texts: Readonly<Record<Locale, object>>): Promise<void> {
  await languageReady;
  for (const [locale, own] of Object.entries(texts)) language.addResourceBundle(locale, namespace, own);
}
