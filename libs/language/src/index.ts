export { administrationTexts } from './administration-texts';
export { serverTexts } from './catalogues';
export { importTexts } from './import-texts';
export { myDayTexts } from './my-day-texts';
export type { SameKeys } from './same-keys';
export { hasText, text } from './text';
export { directoryTexts, feedbackTexts } from './together-texts';
export { tourTexts, welcomeTexts } from './visit-texts';
export { webTexts } from './web-catalogues';
