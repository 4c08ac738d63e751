import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import { readCookie, writeCookie } from './cookies';

const cookie = 'tandem-scheme';

const known = (value: string | undefined): value is MantineColorScheme =>
  value === 'light' || value === 'dark' || value === 'auto';

/** Keeps the chosen colours in the cookie that `before-paint.js` reads, so that no page flashes white at night. */
export const colourScheme: MantineColorSchemeManager = {
  get: (fallback) => {
    const value = readCookie(cookie);
    return known(value) ? value : fallback;
  },
  set: (value) => writeCookie(cookie, value),
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => writeCookie(cookie, 'auto'),
};
