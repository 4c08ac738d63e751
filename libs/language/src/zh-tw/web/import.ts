import type { imports as english } from '../../en/web/import';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: import. */
export const imports: SameKeys<typeof english> = {};
