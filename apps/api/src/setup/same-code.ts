import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether somebody typed the set-up code, however they divide it and write its letters; nothing is never the same as anything. */
export const isSameCode = (given: string, code: string): boolean =>
  plain(code) !== '' && timingSafeEqual(digest(given), digest(code));

const plain = (code: string): string => code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
const digest = (code: string): Buffer => createHash('sha256').update(plain(code)).digest();
