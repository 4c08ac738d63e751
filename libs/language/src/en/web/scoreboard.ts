/** English texts of the screens: scoreboard. */
export const scoreboard = {} as const;
