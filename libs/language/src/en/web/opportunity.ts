/** English texts of the screens: opportunity. */
export const opportunity = {} as const;
