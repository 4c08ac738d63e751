/** English texts of the screens: meetings. */
export const meetings = {} as const;
