import { web } from './web';
import { words } from './words';

/** Texts of the screens in Traditional Chinese, by namespace. */
export const texts = { web, words } as const;
