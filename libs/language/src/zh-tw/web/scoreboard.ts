import type { scoreboard as english } from '../../en/web/scoreboard';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: scoreboard. */
export const scoreboard: SameKeys<typeof english> = {};
