/** English texts of the screens: problems. */
export const problems = {} as const;
