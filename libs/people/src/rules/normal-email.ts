/** The form in which two spellings of one address are the same: trimmed, NFKC, lower case. */
export const normalEmail = (email: string): string => email.trim().normalize('NFKC').toLowerCase();
