import type { web as english } from '../en/web';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: web. */
export const web: SameKeys<typeof english> = {};
