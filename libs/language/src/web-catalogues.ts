import { web } from './en/web';
import { words } from './en/words';
import { web as webZh } from './zh-tw/web';
import { words as wordsZh } from './zh-tw/words';

/** What the screens say, by language and namespace. */
export const webTexts = {
  en: { web, words },
  'zh-TW': { web: webZh, words: wordsZh },
} as const;
