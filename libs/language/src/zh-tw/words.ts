import type { words as english } from '../en/words';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: words. */
export const words: SameKeys<typeof english> = {};
