/** English texts: words. */
export const words = {} as const;
