import { web } from './web';
import { words } from './words';

/** English texts of the screens, by namespace. */
export const texts = { web, words } as const;
