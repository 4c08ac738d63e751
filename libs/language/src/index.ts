export { serverTexts } from './catalogues';
export type { SameKeys } from './same-keys';
export { hasText, text } from './text';
export { directoryTexts, feedbackTexts } from './together-texts';
export { webTexts } from './web-catalogues';
