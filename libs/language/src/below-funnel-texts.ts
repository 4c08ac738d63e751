import { moves as movesEn } from './en/web/moves';
import { sources as sourcesEn } from './en/web/sources';
import { moves as movesZh } from './zh-tw/web/moves';
import { sources as sourcesZh } from './zh-tw/web/sources';

/** What only the parts below the funnel say: it comes with them in both languages, and burdens no page. */
export const movesTexts = { en: movesEn, 'zh-TW': movesZh } as const;
export const sourcesTexts = { en: sourcesEn, 'zh-TW': sourcesZh } as const;
