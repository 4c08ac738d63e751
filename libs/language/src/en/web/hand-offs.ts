/** English texts of the screens: hand-offs. */
export const handOffs = {} as const;
