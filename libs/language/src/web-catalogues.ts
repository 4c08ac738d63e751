/** What the screens say, by language and then by namespace; a reader needs one of them. */
export const webTexts = {
  en: async () => (await import('./en/web-texts')).texts,
  'zh-TW': async () => (await import('./zh-tw/web-texts')).texts,
} as const;
