import { directory as directoryEn } from './en/web/directory';
import { feedback as feedbackEn } from './en/web/feedback';
import { directory as directoryZh } from './zh-tw/web/directory';
import { feedback as feedbackZh } from './zh-tw/web/feedback';

/** What only these two pages say: it comes with the page in both languages, and burdens no other. */
export const directoryTexts = { en: directoryEn, 'zh-TW': directoryZh } as const;
export const feedbackTexts = { en: feedbackEn, 'zh-TW': feedbackZh } as const;
