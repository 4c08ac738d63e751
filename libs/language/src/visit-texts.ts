import { tour as tourEn } from './en/web/tour';
import { welcome as welcomeEn } from './en/web/welcome';
import { tour as tourZh } from './zh-tw/web/tour';
import { welcome as welcomeZh } from './zh-tw/web/welcome';

/** What is said on a first visit and hardly ever after: each comes in both languages with the part that says it, and burdens no other page. */
export const welcomeTexts = { en: welcomeEn, 'zh-TW': welcomeZh } as const;
export const tourTexts = { en: tourEn, 'zh-TW': tourZh } as const;
