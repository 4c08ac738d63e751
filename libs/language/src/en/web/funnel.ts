/** English texts of the screens: funnel. */
export const funnel = {} as const;
