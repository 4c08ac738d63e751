import type { Bilingual } from '@tandem/contracts';
import type { Locale } from './language';
import { useSpeech } from './speech';

export const useLocale = (): Locale => useSpeech().locale;

/** The name to show: the Chinese one where the reader reads Chinese and there is one. */
export const nameIn = (locale: Locale, name: Bilingual): string =>
  locale === 'zh-TW' ? (name.zhTW ?? name.en) : name.en;

export function useName(): (name: Bilingual) => string {
  const locale = useLocale();
  return (name) => nameIn(locale, name);
}
