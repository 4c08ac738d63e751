export type ListSource = 'hubspot' | 'salesforce' | 'pipedrive' | 'twenty' | 'file';

/** Columns that only one system writes; each line is enough, all of its words are needed. */
const telling: readonly (readonly [ListSource, readonly RegExp[]])[] = [
  ['pipedrive', [/^(deal|lead) - /]],
  ['hubspot', [/^record id$/, /^deal (name|stage)$/]],
  ['hubspot', [/^hs_/]],
  ['salesforce', [/^stagename$/]],
  ['salesforce', [/^opportunity (owner|name|id)$/, /^(account name|stage|close date)$/]],
  ['twenty', [/^amount \/ /]],
  ['twenty', [/^companyid$/, /^stage$/]],
];

/** Which system wrote a list, told by the names of its columns. */
export function guessSource(columns: readonly string[]): ListSource {
  const names = columns.map((name) => name.trim().toLowerCase());
  const found = telling.find(([, words]) => words.every((word) => names.some((name) => word.test(name))));
  return found?.[0] ?? 'file';
}
