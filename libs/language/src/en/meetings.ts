/** English texts: meetings. */
export const meetings = {} as const;
