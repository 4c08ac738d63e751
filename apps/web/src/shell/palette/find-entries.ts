import type { Entry } from './entry';

type Findable = Pick<Entry, 'label' | 'words'>;

/** Those of which every typed word begins a word; in a language that sets no spaces it may stand anywhere in the label. */
export function findEntries<Item extends Findable>(typed: string, entries: readonly Item[]): Item[] {
  const wanted = wordsOf(typed);
  return wanted.length === 0
    ? []
    : entries.filter((entry) =>
        wanted.every((word) => isBegun(word, entry) || (isHan.test(word) && entry.label.includes(word))),
      );
}

/** Whether one of them is so called from its first letter on: then it stands above the records. */
export const isCalledSo = (typed: string, entries: readonly Findable[]): boolean => {
  const text = folded(typed).trim();
  return text.length > 1 && entries.some(({ label }) => folded(label).startsWith(text));
};

const isHan = /\p{Script=Han}/u;

const isBegun = (word: string, { label, words = '' }: Findable): boolean =>
  wordsOf(`${label} ${words}`).some((one) => one.startsWith(word));

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
