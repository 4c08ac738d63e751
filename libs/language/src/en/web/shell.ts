/** English texts of the screens: shell. */
export const shell = {} as const;
