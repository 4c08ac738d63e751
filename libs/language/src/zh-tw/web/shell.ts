import type { shell as english } from '../../en/web/shell';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: shell. */
export const shell: SameKeys<typeof english> = {};
