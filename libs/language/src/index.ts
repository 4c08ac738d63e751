export { administrationTexts } from './administration-texts';
export { serverTexts } from './catalogues';
export type { SameKeys } from './same-keys';
export { deskTexts, minutesTexts } from './seam-texts';
export { hasText, text } from './text';
export { directoryTexts, feedbackTexts } from './together-texts';
export { tourTexts, welcomeTexts } from './visit-texts';
export { webTexts } from './web-catalogues';
