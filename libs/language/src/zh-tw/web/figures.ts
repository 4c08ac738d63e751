import type { figures as english } from '../../en/web/figures';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: figures. */
export const figures: SameKeys<typeof english> = {};
