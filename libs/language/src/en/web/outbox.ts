/** English texts of the screens: outbox. */
export const outbox = {} as const;
