import { desk as deskEn } from './en/web/desk';
import { minutes as minutesEn } from './en/web/minutes';
import { desk as deskZh } from './zh-tw/web/desk';
import { minutes as minutesZh } from './zh-tw/web/minutes';

/** What only the hand-off desk and the end of a meeting say: it comes with them in both languages, and burdens no other page. */
export const deskTexts = { en: deskEn, 'zh-TW': deskZh } as const;
export const minutesTexts = { en: minutesEn, 'zh-TW': minutesZh } as const;
