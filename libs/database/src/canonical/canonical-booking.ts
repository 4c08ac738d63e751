import { bookingForm } from '@tandem/kernel';
import { canonicalSql } from './canonical-sql';

/** SHA-256 of a booking line as SQL, in hexadecimal digits. */
export const digestOfBookingSql = (alias: string): string => `SHA2(${canonicalSql(bookingForm, alias)}, 256)`;
