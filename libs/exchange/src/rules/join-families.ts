/** An account and the name of the one it belongs to. */
export interface Kin {
  readonly name: string;
  readonly parent: string | null;
}

/** Parents as they may be kept: those that exist and do not lead back to the account itself; the rest is named. */
export function joinFamilies(accounts: readonly Kin[]): {
  parents: ReadonlyMap<string, string>;
  strays: readonly string[];
} {
  const names = new Set(accounts.map(({ name }) => name));
  const parents = new Map<string, string>();
  const strays: string[] = [];
  for (const { name, parent } of accounts) {
    if (parent === null) continue;
    if (names.has(parent) && !leadsTo(parent, name, parents)) parents.set(name, parent);
    else strays.push(name);
  }
  return { parents, strays };
}

function leadsTo(from: string, wanted: string, parents: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = from; at !== undefined; at = parents.get(at)) if (at === wanted) return true;
  return false;
}
