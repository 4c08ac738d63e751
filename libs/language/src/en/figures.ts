/** English texts: figures. */
export const figures = {} as const;
