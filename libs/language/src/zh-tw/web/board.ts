import type { board as english } from '../../en/web/board';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: board. */
export const board: SameKeys<typeof english> = {};
