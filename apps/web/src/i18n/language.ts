import { webTexts } from '@tandem/language';
import { createInstance } from 'i18next';
import { connection } from '../api/connection';
import { writeCookie } from './cookies';

/** The languages every screen speaks. */
export type Locale = keyof typeof webTexts;

const cookie = 'tandem-locale';

export const language = createInstance();

/** Settled when the first language can be spoken: `before-paint.js` chose it for the document. */
export const languageReady = begin(document.documentElement.lang === 'zh-TW' ? 'zh-TW' : 'en');

async function begin(locale: Locale): Promise<void> {
  await language.init({
    resources: { [locale]: await webTexts[locale]() },
    lng: locale,
    fallbackLng: false,
    supportedLngs: Object.keys(webTexts),
    defaultNS: 'web',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

export const presentLocale = (): Locale => (language.language === 'zh-TW' ? 'zh-TW' : 'en');

/** Speaks another language from now on, and remembers it for the next sign-in page. Where its texts cannot be fetched, all stays as it is. */
export async function speak(locale: Locale): Promise<void> {
  if (presentLocale() !== locale) {
    const texts = await webTexts[locale]().catch(() => null);
    if (texts === null) return connection.lost();
    for (const [namespace, part] of Object.entries(texts)) language.addResourceBundle(locale, namespace, part);
    await language.changeLanguage(locale);
    document.documentElement.lang = locale;
  }
  writeCookie(cookie, locale);
}
