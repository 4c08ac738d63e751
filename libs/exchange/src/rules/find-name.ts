import { refusal, type Refusal } from '@tandem/kernel';

/** What a name in a row stands for in the list it refers to; `repaired` when it had to be read as another spelling. */
export interface FoundName {
  readonly name: string;
  readonly repaired: boolean;
}

/** Names of one list, looked up as spelt, and else without regard to blanks and case when only one fits. */
export interface KnownNames {
  readonly exact: ReadonlySet<string>;
  readonly folded: ReadonlyMap<string, readonly string[]>;
}

export function knownNames(names: readonly string[]): KnownNames {
  const folded = new Map<string, string[]>();
  for (const name of new Set(names)) folded.set(fold(name), [...(folded.get(fold(name)) ?? []), name]);
  return { exact: new Set(names), folded };
}

/** Reads `GTXPro` as the `GTX Pro` of the list; a name that fits none, or more than one, is refused with `code`. */
export function findName(written: string, known: KnownNames, column: string): FoundName | Refusal {
  const name = written.trim();
  if (known.exact.has(name)) return { name, repaired: false };
  const [only, ...others] = known.folded.get(fold(name)) ?? [];
  if (only !== undefined && others.length === 0) return { name: only, repaired: true };
  return refusal(`import.unknown_${column}`, `“${name}” in ${column} stands in no list of the export.`, {
    column,
    value: name,
  });
}

const fold = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase();
