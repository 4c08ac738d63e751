/** English texts of the screens: figures. */
export const figures = {} as const;
