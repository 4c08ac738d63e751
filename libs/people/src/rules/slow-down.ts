const free = 5;
const longest = 60;
/** After this long without a failure the count starts again. */
export const forgetMs = 15 * 60_000;

/**
 * Seconds an address must wait after so many failed sign-ins: nothing for the first five, then 1, 2, 4 … up to 60.
 * Never a lock, because a lock would let strangers shut people out.
 */
export const waitAfter = (failures: number): number =>
  failures < free ? 0 : Math.min(longest, 2 ** (failures - free));
