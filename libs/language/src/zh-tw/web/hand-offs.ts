import type { handOffs as english } from '../../en/web/hand-offs';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: hand-offs. */
export const handOffs: SameKeys<typeof english> = {};
