/** Two accounts found to be one: the first goes on as the second. */
export interface Merge {
  readonly accountId: string;
  readonly intoAccountId: string;
}

/** The account that each merged one goes on as, through any number of merges; accounts that were not merged are absent. */
export function survivors(merges: readonly Merge[]): Map<string, string> {
  const into = new Map(merges.map(({ accountId, intoAccountId }) => [accountId, intoAccountId]));
  return new Map([...into.keys()].map((accountId) => [accountId, lastOf(accountId, into)]));
}

/** What a merge moved: the children of the account that is gone, and the place of the one it goes on as. */
export interface MovedFamily extends Merge {
  readonly before: { readonly childIds?: readonly string[]; readonly intoParentId?: string | null };
}

/** Families of accounts as they were before some merges, which are given the last one first. */
export function parentsBefore(
  parents: ReadonlyMap<string, string>,
  merges: readonly MovedFamily[],
): ReadonlyMap<string, string> {
  const families = new Map(parents);
  for (const { accountId, intoAccountId, before } of merges) {
    for (const childId of before.childIds ?? []) families.set(childId, accountId);
    if (before.intoParentId) families.set(intoAccountId, before.intoParentId);
    else if (before.intoParentId === null) families.delete(intoAccountId);
  }
  return families;
}

function lastOf(accountId: string, into: ReadonlyMap<string, string>): string {
  const met = new Set([accountId]);
  let last = accountId;
  for (let next = into.get(last); next !== undefined && !met.has(next); next = into.get(next)) {
    met.add(next);
    last = next;
  }
  return last;
}
