import { count, netOf, type Figure } from './answer';

/** Entries into won less those taken back; renewals apart. */
export const closings: Figure = {
  key: 'closings',
  of: (book) => {
    const apart = (renewals: boolean) =>
      count(netOf({ ...book, closings: book.closings.filter(({ isRenewal }) => isRenewal === renewals) }, 'won'));
    return { value: apart(false), parts: { closings: apart(false), renewals: apart(true) } };
  },
};
