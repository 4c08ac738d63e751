/** English texts of the screens: sign-in. */
export const signIn = {} as const;
