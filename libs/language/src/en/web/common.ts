/** English texts of the screens: common. */
export const common = {} as const;
