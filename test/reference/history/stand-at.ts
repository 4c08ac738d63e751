import type { AuditRow, History, OpportunityRow, TargetRow } from './history';
import { inOrder } from '../exact';

/**
 * The history as it stood when a moment was over: what was recorded later is not there, and what was overwritten later is what it
 * was before. Null stands for everything there is; contracts that begin after `now` are not in force in any case.
 */
export function standAt(history: History, by: Date | null, now: Date): History {
  const moment = by ?? now;
  const contracts = history.contracts.filter(({ validFrom }) => validFrom <= moment);
  const first = inOrder(history.contracts, (one, other) => one.revision < other.revision).slice(0, 1);
  const inForce = { contracts: contracts.length > 0 ? contracts : first };
  if (by === null) return { ...history, ...inForce };
  const known = <Row extends { readonly recordedAt: Date }>(rows: readonly Row[]): Row[] =>
    rows.filter(({ recordedAt }) => recordedAt <= by);
  const later = history.audit.filter(({ at }) => at > by);
  return {
    ...history,
    ...inForce,
    moves: known(history.moves),
    bookings: known(history.bookings),
    restatements: known(history.restatements),
    expenses: known(history.expenses),
    quotas: known(history.quotas),
    choices: known(history.choices),
    touches: known(history.touches),
    products: history.products.map((row) => ({ ...row, ...futureBefore(later, row.id) })),
    snapshots: known(history.snapshots),
    merges: history.merges.filter(({ mergedAt }) => mergedAt <= by),
    audit: history.audit.filter(({ at }) => at <= by),
    accounts: withoutMerges(history.accounts, later),
    opportunities: history.opportunities.map((row) => ({
      ...row,
      ...sourceBefore(later, row.id),
      ...categoryBefore(later, row.id),
    })),
    targets: history.targets.flatMap((row) => {
      const change = oldestFirst(later).find(({ action, objectId }) => action === 'target.set' && objectId === row.id);
      if (!change) return [row];
      const { value, unit, currency } = (change.beforeState ?? {}) as Partial<TargetRow>;
      return value === undefined ? [] : [{ ...row, value, unit: unit ?? row.unit, currency: currency ?? null }];
    }),
    rates: history.rates.flatMap((row) => {
      const change = oldestFirst(later).find(
        ({ action, afterState }) =>
          action === 'exchange_rate.set' &&
          afterState?.['from'] === row.fromCurrency &&
          afterState['to'] === row.toCurrency &&
          afterState['date'] === row.rateDate,
      );
      if (!change) return [row];
      return change.beforeState ? [{ ...row, rate: String(change.beforeState['rate']) }] : [];
    }),
  };
}

/** Families of accounts as they would stand without the merges that these lines of the audit trail tell of. */
export function withoutMerges(accounts: History['accounts'], audit: readonly AuditRow[]): History['accounts'] {
  const parents = new Map(accounts.map(({ id, parentId }) => [id, parentId]));
  for (const { action, objectId, beforeState, afterState } of oldestFirst(audit).toReversed()) {
    if (action !== 'account.merged') continue;
    for (const childId of (beforeState?.['childIds'] as string[] | undefined) ?? []) parents.set(childId, objectId);
    const before = beforeState?.['intoParentId'] as string | null | undefined;
    if (before !== undefined) parents.set(String(afterState?.['mergedIntoId']), before);
  }
  return accounts.map((account) => ({ ...account, parentId: parents.get(account.id) ?? null }));
}

/** What the first of these lines says its source had been, if one does. */
export function sourceBefore(audit: readonly AuditRow[], opportunityId: string): { readonly sourceId?: string | null } {
  const told = toldBefore(audit, opportunityId, 'sourceId');
  return told === undefined ? {} : { sourceId: told };
}

/** What the first of these lines says a product had been: one of the future's, or not. */
function futureBefore(audit: readonly AuditRow[], productId: string): { readonly future?: number } {
  const told = oldestFirst(audit).find(
    ({ action, objectId }) => action === 'product.future_set' && objectId === productId,
  );
  return told ? { future: told.beforeState?.['future'] === true ? 1 : 0 } : {};
}

function categoryBefore(audit: readonly AuditRow[], opportunityId: string): Partial<OpportunityRow> {
  const told = toldBefore(audit, opportunityId, 'forecastCategory');
  return told === undefined ? {} : { forecastCategory: told as OpportunityRow['forecastCategory'] };
}

/** What something of an opportunity had been before the first of these lines that changes it; undefined where none does. */
const toldBefore = (audit: readonly AuditRow[], opportunityId: string, name: string): string | null | undefined =>
  oldestFirst(audit).find(
    ({ objectKind, objectId, beforeState }) =>
      objectKind === 'opportunity' && objectId === opportunityId && beforeState?.[name] !== undefined,
  )?.beforeState?.[name] as string | null | undefined;

const oldestFirst = (audit: readonly AuditRow[]): AuditRow[] =>
  inOrder(audit, (one, other) => one.at < other.at || (one.at.getTime() === other.at.getTime() && one.id < other.id));
