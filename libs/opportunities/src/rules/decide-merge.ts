import { refusal, type Id, type Refusal } from '@tandem/kernel';
import { mergedAccount } from './decide-references';

/** What merging needs to know of an account. */
export interface MergeableAccount {
  readonly id: Id<'account'>;
  readonly name: string;
  readonly parentId: Id<'account'> | null;
  /** The account it is merged into already. */
  readonly survivor: { readonly id: Id<'account'>; readonly name: string } | null;
}

export interface MergeDecision {
  /** Under whom the surviving account stands afterwards. */
  readonly parentId: Id<'account'> | null;
}

/**
 * May one account be merged into another? Neither is merged already, and the survivor stands nowhere below the other, whose
 * children it takes over. It stays in its own family; without one it joins the other's.
 *
 * `above` are the accounts over the survivor, `aboveMerged` those over the other, each from the parent up.
 */
export function decideMerge(
  merged: MergeableAccount,
  into: MergeableAccount | null,
  families: { readonly above: readonly Id<'account'>[]; readonly aboveMerged: readonly Id<'account'>[] },
): MergeDecision | Refusal {
  const pointer = '/intoAccountId';
  if (!into) return refusal('account.merge_unknown', 'There is no such account to merge into.', { pointer });
  if (into.id === merged.id)
    return refusal('account.merge_itself', 'An account is not merged into itself: choose another one.', { pointer });
  if (merged.survivor) return mergedAccount(merged.survivor, '/id');
  if (into.survivor) return mergedAccount(into.survivor, pointer);
  if (families.above.includes(merged.id)) {
    return refusal(
      'account.merge_below',
      `${into.name} stands below ${merged.name} in the same family: merge the lower one into the upper one.`,
      { pointer, upper: merged.name, lower: into.name },
    );
  }
  const joins = into.parentId === null && !families.aboveMerged.includes(into.id);
  return { parentId: joins ? merged.parentId : into.parentId };
}
