import type { meetings as english } from '../../en/web/meetings';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: meetings. */
export const meetings: SameKeys<typeof english> = {};
