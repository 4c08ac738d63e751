import { imports as english } from './en/web/import';
import { imports as chinese } from './zh-tw/web/import';

/** What only the import says: it comes with the page in both languages, and burdens no other. */
export const importTexts = { en: english, 'zh-TW': chinese } as const;
