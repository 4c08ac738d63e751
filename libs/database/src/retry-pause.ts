/**
 * How many milliseconds to wait before a transaction runs again after so many tries; `chance` is 0 to 1. All of the wait is
 * chance, apart from a moment: those who met once would otherwise meet again.
 */
export const pauseAfter = (attempt: number, chance: number): number => 10 + chance * Math.min(490, 20 * 2 ** attempt);
