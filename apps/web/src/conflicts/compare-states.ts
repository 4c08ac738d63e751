import type { Field } from './use-field-words';

/** What somebody wants a field to be, in words. */
export interface Wish {
  readonly field: Field;
  readonly value: string;
}

/** How the fields of an opportunity read; undefined where nobody could see it. */
export type Told = ReadonlyMap<Field, string | undefined>;

interface Compared {
  readonly rows: readonly { readonly field: Field; readonly theirs: string; readonly yours: string }[];
  /** What else was changed meanwhile; it stays whichever way one chooses. */
  readonly others: readonly { readonly field: Field; readonly from: string; readonly to: string }[];
  /** Whether somebody else changed what is wanted here; else both changes can stand. */
  readonly clashes: boolean;
}

/** What somebody wants beside what is true now, and what changed since they looked. */
export function compareStates(wishes: readonly Wish[], seen: Told, now: Told): Compared {
  const wanted = new Set(wishes.map(({ field }) => field));
  const changed = [...now].flatMap(([field, to]) => {
    const from = seen.get(field);
    return from === undefined || to === undefined || from === to ? [] : [{ field, from, to }];
  });
  return {
    rows: wishes.map(({ field, value }) => ({ field, theirs: now.get(field) ?? '', yours: value })),
    others: changed.filter(({ field }) => !wanted.has(field)),
    clashes: changed.some(
      ({ field }) => wanted.has(field) || (isPlace(field) && wishes.some((wish) => isPlace(wish.field))),
    ),
  };
}

/** Where it stands is its stage and its outcome together: whoever moves it and whoever loses it want two things of one. */
const isPlace = (field: Field): boolean => field === 'stage' || field === 'outcome';
