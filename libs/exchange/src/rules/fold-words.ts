/** What is left of a heading or a stage when case, signs and blanks are not looked at: `Deal - Stage *` and `DEALSTAGE` are one. */
export const foldWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** How alike two folded words are, from 0 to 1: the share of pairs of letters they have in common. */
export function likeness(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1;
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  if (pairs.length === 0 || others.length === 0) return 0;
  const left = [...others];
  const shared = pairs.filter((pair) => {
    const place = left.indexOf(pair);
    if (place !== -1) left.splice(place, 1);
    return place !== -1;
  });
  return (2 * shared.length) / (pairs.length + others.length);
}

const pairsOf = (word: string): string[] => {
  const letters = [...word].slice(0, 60);
  return letters.slice(1).map((letter, place) => `${letters[place]}${letter}`);
};
