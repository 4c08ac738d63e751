import { webTexts } from '@tandem/language';
import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readCookie, writeCookie } from './cookies';

/** The languages every screen speaks. */
export type Locale = 'en' | 'zh-TW';

const cookie = 'tandem-locale';

/** Before anybody signed in: what was chosen on this machine, then what the browser asks for. */
function firstLocale(): Locale {
  const chosen = readCookie(cookie);
  if (chosen === 'en' || chosen === 'zh-TW') return chosen;
  return navigator.languages.some((language) => /^zh(-|$)/i.test(language)) ? 'zh-TW' : 'en';
}

export const language = createInstance();

void language.use(initReactI18next).init({
  resources: webTexts,
  lng: firstLocale(),
  fallbackLng: 'en',
  supportedLngs: ['en', 'zh-TW'],
  defaultNS: 'web',
  initAsync: false,
  interpolation: { escapeValue: false },
  returnNull: false,
});

export const presentLocale = (): Locale => (language.language === 'zh-TW' ? 'zh-TW' : 'en');

/** Speaks another language from now on, and remembers it for the next sign-in page. */
export function speak(locale: Locale): void {
  writeCookie(cookie, locale);
  document.documentElement.lang = locale;
  if (presentLocale() !== locale) void language.changeLanguage(locale);
}

document.documentElement.lang = presentLocale();
