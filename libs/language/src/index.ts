export { administrationTexts } from './administration-texts';
export { serverTexts } from './catalogues';
export type { SameKeys } from './same-keys';
export { hasText, text } from './text';
export { webTexts } from './web-catalogues';
