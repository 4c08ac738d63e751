import type { opportunity as english } from '../../en/web/opportunity';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: opportunity. */
export const opportunity: SameKeys<typeof english> = {};
