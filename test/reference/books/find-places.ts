import type { History } from '../history/history';

/** The office of a team, null where it has none. */
export const officesOf =
  ({ teams }: History) =>
  (teamId: string | null): string | null =>
    teams.find(({ id }) => id === teamId)?.officeId ?? null;

/** The account that an account has become. */
export const survivorsOf =
  ({ merges }: History) =>
  (accountId: string): string => {
    let last = accountId;
    for (let steps = 0; steps <= merges.length; steps++) {
      const merge = merges.find((one) => one.accountId === last);
      if (!merge) return last;
      last = merge.intoAccountId;
    }
    return last;
  };
