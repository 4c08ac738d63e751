import { administration } from './en/administration';
import { administration as administrationZh } from './zh-tw/administration';

/** What only the pages of the administration say, in both languages: few people come there, so nobody else waits for it. */
export const administrationTexts = { en: administration, 'zh-TW': administrationZh } as const;
