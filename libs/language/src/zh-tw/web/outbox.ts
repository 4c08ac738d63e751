import type { outbox as english } from '../../en/web/outbox';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: outbox. */
export const outbox: SameKeys<typeof english> = {};
