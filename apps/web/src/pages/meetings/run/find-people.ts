import type { Bilingual } from '@tandem/contracts';

/** Somebody as a line may call them. */
export interface Callable {
  readonly id: string;
  readonly name: Bilingual;
}

/** Whom a mention means, and how much of the text behind the `@` is the name. */
export interface Found {
  readonly ids: readonly string[];
  readonly length: number;
}

const ascii = /^[\p{ASCII}]*$/u;
const endOfWord = /^(?![\p{L}\p{N}])/u;
const separator = /[\s,，、。;；:：@＠]/u;
const shortestPart = 2;

/**
 * Reads a name at the beginning of a text: a whole name first, the longest one that fits, else the beginning of a word of a name, or a
 * part of a Chinese one. Several ids where it fits several people, none where it fits nobody.
 */
export function findPeople(text: string, people: readonly Callable[]): Found {
  const whole = people
    .flatMap(({ id, name }) => namesOf(name).map((one) => ({ id, length: one.length, name: one })))
    .filter(({ name }) => startsWith(text, name))
    .toSorted((one, other) => other.length - one.length);
  const length = whole[0]?.length ?? 0;
  if (length > 0) return { ids: idsOf(whole.filter((one) => one.length === length)), length };
  const word = text.split(separator)[0] ?? '';
  const shortest = ascii.test(word) ? Math.max(word.length, 1) : shortestPart;
  for (let size = word.length; size >= shortest; size--) {
    const part = word.slice(0, size);
    const exact = people.filter(({ name }) => isCalled(name, part));
    const ids = idsOf(exact.length > 0 ? exact : people.filter(({ name }) => mayBeCalled(name, part)));
    if (ids.length > 0) return { ids, length: size };
  }
  return { ids: [], length: word.length };
}

/** People whose name goes on as it was typed so far. */
export const peopleCalled = <Person extends Callable>(typed: string, people: readonly Person[]): Person[] =>
  people.filter(
    ({ name }) => mayBeCalled(name, typed) || namesOf(name).some((one) => lower(one).startsWith(lower(typed))),
  );

export const namesOf = ({ en, zhTW }: Bilingual): string[] => [en, ...(zhTW ? [zhTW] : [])];

function mayBeCalled(name: Bilingual, part: string): boolean {
  if (!ascii.test(part)) return name.zhTW?.includes(part) ?? false;
  return wordsOf(name).some((word) => word.startsWith(lower(part)));
}

const isCalled = (name: Bilingual, part: string): boolean => wordsOf(name).includes(lower(part));

const wordsOf = (name: Bilingual): string[] => namesOf(name).flatMap((one) => lower(one).split(/[\s-]/));

function startsWith(text: string, name: string): boolean {
  if (!lower(text).startsWith(lower(name))) return false;
  return !ascii.test(name) || endOfWord.test(text.slice(name.length));
}

const lower = (text: string): string => text.toLocaleLowerCase('en');
const idsOf = (found: readonly { readonly id: string }[]): string[] => [...new Set(found.map(({ id }) => id))];
