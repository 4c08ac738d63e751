import type { History } from './history';

/** What can happen to the figures, each with whether it happened in a history. */
const kinds: Readonly<Record<string, (history: History) => boolean>> = {
  'a win': ({ moves }) => moves.some(({ outcomeTo, outcomeFrom }) => outcomeTo === 'won' && outcomeFrom !== 'won'),
  'a loss': ({ moves }) => moves.some(({ outcomeTo }) => outcomeTo === 'lost'),
  'a cancellation': ({ moves }) => moves.some(({ outcomeTo }) => outcomeTo === 'cancelled'),
  'a reopening of a win': ({ moves }) => moves.some((move) => move.outcomeFrom === 'won' && move.outcomeTo === 'open'),
  'a reopening of a loss': ({ moves }) =>
    moves.some((move) => move.outcomeFrom === 'lost' && move.outcomeTo === 'open'),
  'a change dated back': ({ moves }) => moves.some(({ at, recordedAt, correction }) => !correction && at < recordedAt),
  'a change nobody can date': ({ moves }) => moves.some(({ atPrecision }) => atPrecision === 'inferred'),
  'a redated change': ({ moves }) => moves.some(({ correction }) => correction === 'redate'),
  'an import taken back': ({ moves }) =>
    moves.some(({ correction, correctsSeq }) => correction === 'withdraw' && correctsSeq === 1),
  'a withdrawn win': ({ moves }) =>
    moves.some(({ correction, outcomeFrom }) => correction === 'withdraw' && outcomeFrom === 'won'),
  'a withdrawn reopening': ({ moves }) =>
    moves.some(({ correction, outcomeTo }) => correction === 'withdraw' && outcomeTo === 'won'),
  'a credit': ({ bookings }) => bookings.some(({ creditOfId }) => creditOfId !== null),
  'an adjustment': ({ bookings }) =>
    bookings.some(({ adjustsDate, moveId }) => adjustsDate !== null && moveId === null),
  'a line that stands again': ({ bookings }) =>
    bookings.some(({ adjustsDate, moveId }) => adjustsDate !== null && moveId !== null),
  'a line without a rate': ({ bookings }) => bookings.some(({ reportingAmountMinor }) => reportingAmountMinor === null),
  'a line without an account': ({ bookings }) => bookings.some(({ accountId }) => accountId === null),
  'a known cost': ({ bookings }) => bookings.some(({ reportingCostMinor }) => reportingCostMinor !== null),
  'a restatement': ({ restatements }) => restatements.length > 0,
  'a merge': ({ merges }) => merges.length > 0,
  'a quota set anew': ({ quotas }) => quotas.some(({ revision }) => revision > 1),
  'a target': ({ targets }) => targets.length > 0,
  'expense without a rate': ({ expenses }) =>
    expenses.some(({ reportingAmountMinor }) => reportingAmountMinor === null),
  'another source': ({ audit }) =>
    audit.some(({ objectKind, beforeState, afterState }) =>
      Boolean(
        objectKind === 'opportunity' &&
        beforeState?.['sourceId'] &&
        beforeState['sourceId'] !== afterState?.['sourceId'],
      ),
    ),
  'another owner': ({ moves }) =>
    moves.some((move, place) => {
      const before = moves[place - 1];
      return before?.opportunityId === move.opportunityId && before.ownerToId !== move.ownerToId;
    }),
  'a touch of an opportunity': ({ touches }) => touches.some(({ opportunityId }) => opportunityId !== null),
  'a touch of an account': ({ touches }) => touches.some(({ opportunityId }) => opportunityId === null),
  'a touch told late': ({ touches }) => touches.some(({ at, recordedAt }) => at < recordedAt),
  'a product and campaign of a line': ({ bookings }) =>
    bookings.some(({ productId, campaignId }) => productId !== null && campaignId !== null),
  'another opinion of the future': ({ audit }) => audit.some(({ action }) => action === 'product.future_set'),
  'a target of a part': ({ targets }) => targets.some(({ sliceKind }) => sliceKind !== 'all'),
  'a chosen model': ({ choices }) => choices.length > 0,
  'another campaign': ({ audit }) => isChanged(audit, 'campaignId'),
  'another product': ({ audit }) => isChanged(audit, 'productId'),
  'a rejected offer': ({ handOffs }) => handOffs.some(({ state }) => state === 'rejected'),
  'an offer given back': ({ handOffs }) =>
    handOffs.some(({ state, reasonKey }) => state === 'returned' && reasonKey !== 'closed'),
  'an offer closed by others': ({ handOffs }) => handOffs.some(({ reasonKey }) => reasonKey === 'closed'),
  'an offer nobody answered': ({ handOffs }) => handOffs.some(({ state }) => state === 'offered'),
  'a hand-off': ({ audit }) => audit.some(({ action }) => action.startsWith('hand_off.accepted')),
  'an open deal that shall close': ({ moves }) =>
    moves.some(({ outcomeTo, closeDateTo }) => outcomeTo === 'open' && closeDateTo !== null),
  'another amount': ({ moves }) =>
    moves.some((move, place) => {
      const before = moves[place - 1];
      return before?.opportunityId === move.opportunityId && before.amountToMinor !== move.amountToMinor;
    }),
  'a chance of its own': ({ moves }) => moves.some(({ probabilityTo }) => probabilityTo !== null),
  'a rep’s word': ({ opportunities }) => opportunities.some(({ forecastCategory }) => forecastCategory !== null),
  'a snapshot': ({ snapshots }) => snapshots.length > 0,
};

const isChanged = (audit: History['audit'], name: string): boolean =>
  audit.some(
    ({ objectKind, beforeState, afterState }) =>
      objectKind === 'opportunity' && beforeState?.[name] !== undefined && beforeState[name] !== afterState?.[name],
  );

export const everyKind = Object.keys(kinds);

/** The kinds of rows that a history holds. */
export const kindsIn = (history: History): string[] => everyKind.filter((kind) => kinds[kind]?.(history));
