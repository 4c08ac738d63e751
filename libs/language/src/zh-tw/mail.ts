import type { mail as english } from '../en/mail';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: mail. */
export const mail: SameKeys<typeof english> = {};
