import { sources as sourcesEn } from './en/web/sources';
import { sources as sourcesZh } from './zh-tw/web/sources';

/** What only the sources below the funnel say: it comes with them in both languages, and burdens no page. */
export const sourcesTexts = { en: sourcesEn, 'zh-TW': sourcesZh } as const;
