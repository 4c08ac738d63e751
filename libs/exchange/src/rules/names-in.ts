import { nameKey } from './map-lists';
import type { PipelineCells } from './map-row';

/** Somebody who owns opportunities of a list, and the team they come into when they are new. */
export interface OwnerInTeam {
  readonly name: string;
  readonly team: string;
}

/** The names that a list of opportunities uses, each once and as it is spelt first. */
export interface NamesInList {
  readonly accounts: readonly string[];
  readonly products: readonly string[];
  readonly owners: readonly OwnerInTeam[];
}

/** Longer ones are kept nowhere; their rows are refused for it. */
const mostBytes = 190;

export function namesIn(
  rows: readonly Pick<PipelineCells, 'account' | 'product' | 'sales_agent' | 'team'>[],
  otherwiseTeam: string,
): NamesInList {
  const [accounts, products] = [new Map<string, string>(), new Map<string, string>()];
  const owners = new Map<string, OwnerInTeam>();
  for (const { account, product, sales_agent: owner, team } of rows) {
    add(accounts, account, (name) => name);
    add(products, product, (name) => name);
    add(owners, owner, (name) => ({ name, team: fitting(team ?? '') ?? otherwiseTeam }));
  }
  return { accounts: [...accounts.values()], products: [...products.values()], owners: [...owners.values()] };
}

function add<Value>(names: Map<string, Value>, written: string, valueOf: (name: string) => Value): void {
  const name = fitting(written);
  if (name === null) return;
  const key = nameKey(name).replaceAll(/\s+/gu, '');
  if (!names.has(key)) names.set(key, valueOf(name));
}

function fitting(written: string): string | null {
  const name = written.trim();
  const isFit = name !== '' && !/\p{Cc}/u.test(name) && new TextEncoder().encode(name).length <= mostBytes;
  return isFit ? name : null;
}
