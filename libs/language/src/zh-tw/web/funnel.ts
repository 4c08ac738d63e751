import type { funnel as english } from '../../en/web/funnel';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: funnel. */
export const funnel: SameKeys<typeof english> = {};
