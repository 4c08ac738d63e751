import { myDay as english } from './en/web/my-day';
import { myDay as chinese } from './zh-tw/web/my-day';

/** What only My day says: it comes with the page in both languages, and burdens no other. */
export const myDayTexts = { en: english, 'zh-TW': chinese } as const;
