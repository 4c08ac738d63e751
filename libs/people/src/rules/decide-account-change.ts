import { refusal, type Id, type Locale, type Refusal, type Role, type Side } from '@tandem/kernel';

/** What an administrator changes about a person. */
export interface Account {
  readonly name: string;
  readonly nameZh: string | null;
  readonly side: Side;
  readonly role: Role;
  readonly teamId: Id<'team'> | null;
  readonly locale: Locale;
  readonly active: boolean;
}

export type AccountWish = { readonly [Field in keyof Account]?: Account[Field] | undefined };

interface Circumstances {
  /** Whoever changes it is the person it is about. */
  readonly isOwn: boolean;
  /** The side of the team that is wished for, or of the present one; null without a team. */
  readonly teamSide: Side | null;
  /** Nobody else who can sign in is an administrator. */
  readonly isLastAdministrator: boolean;
}

/** Which act it is, and what is not as it was. */
export interface AccountChange {
  readonly act: 'deactivated' | 'reactivated' | 'reassigned' | 'changed';
  readonly before: Partial<Account>;
  readonly after: Partial<Account>;
}

/** May it be changed like this, and what is then another? Null when nothing is. */
export function decideAccountChange(
  account: Account,
  wish: AccountWish,
  { isOwn, teamSide, isLastAdministrator }: Circumstances,
): AccountChange | Refusal | null {
  const next: Account = { ...account, ...given(wish) };
  if (isOwn && (!next.active || next.role !== account.role)) {
    return refusal(
      'person.own_account',
      'Nobody switches off their own account or changes their own role: ask another administrator.',
    );
  }
  if (isLastAdministrator && administers(account) && !administers(next)) {
    return refusal(
      'person.last_administrator',
      'This is the last administrator who can sign in: give somebody else that role first.',
    );
  }
  if (next.teamId !== null && teamSide !== null && teamSide !== next.side) {
    return refusal('person.team_other_side', 'This team belongs to the other side. Choose a team of their own side.', {
      pointer: '/teamId',
    });
  }
  const fields = (Object.keys(next) as (keyof Account)[]).filter((field) => next[field] !== account[field]);
  if (fields.length === 0) return null;
  const only = (of: Account): Partial<Account> => Object.fromEntries(fields.map((field) => [field, of[field]]));
  return { act: actOf(fields, next), before: only(account), after: only(next) };
}

const administers = ({ active, role }: Account): boolean => active && role === 'administrator';

/** May what is wished for take an administrator away? */
export const endsAdministrators = ({ active, role }: AccountWish): boolean =>
  active === false || (role !== undefined && role !== 'administrator');

/** The most far-reaching of several. */
function actOf(fields: readonly (keyof Account)[], { active }: Account): AccountChange['act'] {
  if (fields.includes('active')) return active ? 'reactivated' : 'deactivated';
  return fields.some((field) => ['role', 'teamId', 'side'].includes(field)) ? 'reassigned' : 'changed';
}

const given = (wish: AccountWish): Partial<Account> =>
  Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
