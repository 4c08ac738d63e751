import { myDay } from './en/web/my-day';
import { myDay as myDayZh } from './zh-tw/web/my-day';

/** What is said of a rep's day and of time that is left to answer, in both languages: it comes with the pages that say it, and burdens no other. */
export const myDayTexts = { en: myDay, 'zh-TW': myDayZh } as const;
