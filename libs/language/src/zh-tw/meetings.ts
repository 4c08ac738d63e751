import type { meetings as english } from '../en/meetings';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: meetings. */
export const meetings: SameKeys<typeof english> = {};
