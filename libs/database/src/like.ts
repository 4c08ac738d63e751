const itself = (typed: string): string => typed.replace(/[!%_]/g, '!$&');

/** Text that holds what was typed, with `%`, `_` and `!` meaning themselves; to be used with `ESCAPE '!'`. */
export const containing = (typed: string): string => `%${itself(typed)}%`;

/** The same of text that begins with it, which a key on the column finds. */
export const beginning = (typed: string): string => `${itself(typed)}%`;
