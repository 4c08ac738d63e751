import { count, netOf, type Figure } from './answer';

/** Entries into lost less those taken back. */
export const lost: Figure = {
  key: 'lost',
  of: (book) => ({ value: count(netOf(book, 'lost')), parts: { lost: count(netOf(book, 'lost')) } }),
};
