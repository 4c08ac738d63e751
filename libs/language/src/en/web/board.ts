/** English texts of the screens: board. */
export const board = {} as const;
