import type { signIn as english } from '../../en/web/sign-in';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: sign-in. */
export const signIn: SameKeys<typeof english> = {};
