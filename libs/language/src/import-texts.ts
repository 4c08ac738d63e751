import { imports } from './en/web/import';
import { imports as importsZh } from './zh-tw/web/import';

/** What only the page of imports says, in both languages: it comes with the page, and burdens no other. */
export const importTexts = { en: imports, 'zh-TW': importsZh } as const;
