/** How well a name answers what was typed, the best first. */
export const nameRanks = ['exact', 'start', 'word', 'inside'] as const;
export type NameRank = (typeof nameRanks)[number];

/**
 * Exactly the name, its beginning, beginnings of its words in any order, or parts from within it, as in a language that sets no
 * spaces. Case, accents and the width of letters do not count. Null when the name is no answer, or nothing was typed.
 */
export function rankName(typed: string, name: string): NameRank | null {
  const [wanted, given] = [folded(typed), folded(name)];
  if (wanted === '') return null;
  if (given === wanted) return 'exact';
  if (given.startsWith(wanted)) return 'start';
  const [beginnings, words] = [wordsOf(wanted), wordsOf(given)];
  if (beginnings.length > 0 && beginnings.every((beginning) => words.some((word) => word.startsWith(beginning))))
    return 'word';
  return wanted.split(' ').every((part) => given.includes(part)) ? 'inside' : null;
}

/** The better of several ranks; null when none of the names is an answer. */
export const bestRank = (ranks: readonly (NameRank | null)[]): NameRank | null =>
  nameRanks.find((rank) => ranks.includes(rank)) ?? null;

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
