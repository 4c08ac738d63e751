import { useTranslation } from 'react-i18next';
import type { Bilingual } from '@tandem/contracts';
import type { Locale } from './language';

export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === 'zh-TW' ? 'zh-TW' : 'en';
}

/** The name to show: the Chinese one where the reader reads Chinese and there is one. */
export const nameIn = (locale: Locale, name: Bilingual): string =>
  locale === 'zh-TW' ? (name.zhTW ?? name.en) : name.en;

export function useName(): (name: Bilingual) => string {
  const locale = useLocale();
  return (name) => nameIn(locale, name);
}
