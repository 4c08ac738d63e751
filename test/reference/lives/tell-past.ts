import { bin } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { aHistory } from '../../builders/a-history';
import type { Place } from './world';

type Past = Parameters<typeof aHistory>[1];

/** Tells a past as an import does: of an account that was merged, as of the one it goes on as, whoever merges at the same moment. */
export const tellPast = (
  { api, isInDollars }: Place,
  { accountId = null, ...past }: Past,
): Promise<Id<'opportunity'>> =>
  api.database.write(async () => {
    const [found] = await api.database.query<{ readonly mergedIntoId: Id<'account'> | null }>(
      'SELECT merged_into_id AS mergedIntoId FROM account WHERE id = ? LOCK IN SHARE MODE',
      [bin(accountId)],
    );
    return aHistory(api, {
      ...past,
      ...(isInDollars ? { currency: 'USD' } : {}),
      accountId: found?.mergedIntoId ?? accountId,
    });
  });
