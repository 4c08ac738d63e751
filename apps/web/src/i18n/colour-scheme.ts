import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import { readCookie, writeCookie } from './cookies';

const cookie = 'tandem-scheme';

const known = (value: string | undefined): value is MantineColorScheme =>
  value === 'light' || value === 'dark' || value === 'auto';

/** Paper is white: whoever reads in the dark prints in the colours of the day. */
export function printByDay(): void {
  const { dataset } = document.documentElement;
  let before = dataset['mantineColorScheme'];
  addEventListener('beforeprint', () => {
    before = dataset['mantineColorScheme'];
    dataset['mantineColorScheme'] = 'light';
  });
  addEventListener('afterprint', () => (dataset['mantineColorScheme'] = before));
}

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
