import type { common as english } from '../../en/web/common';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: common. */
export const common: SameKeys<typeof english> = {};
