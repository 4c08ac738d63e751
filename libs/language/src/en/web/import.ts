/** English texts of the screens: import. */
export const imports = {} as const;
