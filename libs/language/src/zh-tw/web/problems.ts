import type { problems as english } from '../../en/web/problems';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: problems. */
export const problems: SameKeys<typeof english> = {};
