import type { imports as english } from '../en/imports';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: imports. */
export const imports: SameKeys<typeof english> = {};
