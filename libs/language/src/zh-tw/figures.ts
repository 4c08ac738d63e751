import type { figures as english } from '../en/figures';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: figures. */
export const figures: SameKeys<typeof english> = {};
