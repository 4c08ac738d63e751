import { describe, expect, test } from '@jest/globals';
import { isRefusal, type Id } from '@tandem/kernel';
import fc from 'fast-check';
import { decideMerge, type MergeableAccount } from './decide-merge';

type AccountId = Id<'account'>;
const id = (name: string) => name as AccountId;

/** Accounts with their parents, as merging leaves them. */
class Market {
  readonly accounts = new Map<string, { parentId: AccountId | null; mergedInto: AccountId | null }>();

  constructor(parents: Readonly<Record<string, string | null>>) {
    for (const [name, parent] of Object.entries(parents))
      this.accounts.set(name, { parentId: parent === null ? null : id(parent), mergedInto: null });
  }
  above(name: string): AccountId[] {
    const found: AccountId[] = [];
    let next = this.accounts.get(name)?.parentId ?? null;
    while (next && !found.includes(next)) {
      found.push(next);
      next = this.accounts.get(next)?.parentId ?? null;
    }
    return found;
  }
  one(name: string): MergeableAccount {
    const { parentId, mergedInto } = this.accounts.get(name) ?? { parentId: null, mergedInto: null };
    return { id: id(name), name, parentId, survivor: mergedInto && { id: mergedInto, name: mergedInto } };
  }
  merge(merged: string, into: string) {
    const families = { above: this.above(into), aboveMerged: this.above(merged) };
    const decision = decideMerge(this.one(merged), this.accounts.has(into) ? this.one(into) : null, families);
    if (isRefusal(decision)) return decision.code;
    for (const [name, account] of this.accounts) {
      if (account.parentId === merged && name !== into) account.parentId = id(into);
      if (account.mergedInto === merged) account.mergedInto = id(into);
    }
    Object.assign(this.accounts.get(into) ?? {}, decision);
    Object.assign(this.accounts.get(merged) ?? {}, { mergedInto: id(into) });
    return 'merged';
  }
}

describe('merging accounts', () => {
  test('the survivor takes over the children and stays in its own family', () => {
    const market = new Market({ head: null, other: null, a: 'head', b: 'other', child: 'a' });
    expect(market.merge('a', 'b')).toBe('merged');
    expect(market.one('child').parentId).toBe('b');
    expect(market.one('b').parentId).toBe('other');
  });

  test('a survivor without a family joins that of the other, unless it stands over it', () => {
    const market = new Market({ head: null, a: 'head', b: null });
    market.merge('a', 'b');
    expect(market.one('b').parentId).toBe('head');
    const upward = new Market({ head: null, middle: 'head', a: 'middle' });
    upward.merge('a', 'head');
    expect(upward.one('head').parentId).toBeNull();
  });

  test('a lower one is merged into an upper one, never the other way round', () => {
    const market = new Market({ head: null, middle: 'head', low: 'middle' });
    expect(market.merge('head', 'low')).toBe('account.merge_below');
    expect(market.merge('low', 'head')).toBe('merged');
  });

  test('whoever is merged is used no more, and the refusal names who is', () => {
    const market = new Market({ a: null, b: null, c: null });
    market.merge('a', 'b');
    expect(market.merge('a', 'c')).toBe('account.merged');
    expect(market.merge('c', 'a')).toBe('account.merged');
    expect(market.merge('c', 'c')).toBe('account.merge_itself');
    expect(market.merge('c', 'nobody')).toBe('account.merge_unknown');
    expect(market.merge('b', 'c')).toBe('merged');
    expect(market.one('a').survivor?.id).toBe('c');
  });

  test('whatever is merged, no account stands below itself and every merged one leads to one that is used', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const name = fc.constantFrom(...names);
    fc.assert(
      fc.property(
        fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }),
        fc.array(fc.tuple(name, name)),
        (ups, merges) => {
          const parents = names.map((one, place) => [
            one,
            (ups[place] ?? 0) < place ? (names[ups[place] ?? 0] ?? null) : null,
          ]);
          const market = new Market(Object.fromEntries(parents) as Record<string, string | null>);
          for (const [merged, into] of merges) market.merge(merged, into);
          return names.every((one) => {
            const { survivor } = market.one(one);
            return !market.above(one).includes(id(one)) && (!survivor || market.one(survivor.id).survivor === null);
          });
        },
      ),
    );
  });
});
