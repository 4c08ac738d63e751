import type { Book, Variant } from '../books/book';
import { count, type Figure } from './answer';

/** Distinct customers that became new in the sense both sides agreed on; the other senses stand beside it. */
export const newCustomers: Figure = {
  key: 'new_customers',
  of: (book) => ({
    value: customers(book, book.variant),
    parts: {
      first_order: customers(book, 'first_order'),
      connected_new: customers(book, 'connected_new'),
      win_back: customers(book, 'win_back'),
    },
  }),
};

const customers = (book: Book, variant: Variant) =>
  count(new Set(book.newCustomers.filter((one) => one.variant === variant).map(({ accountId }) => accountId)).size);
