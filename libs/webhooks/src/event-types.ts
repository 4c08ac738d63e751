/**
 * What outsiders may be told, under the same words as in the audit trail. Left out is what concerns people and their
 * passwords, the webhooks themselves, and letters, which name their receivers.
 */
export const webhookEvents = [
  'account.merged',
  'action.added',
  'action.done',
  'action.dropped',
  'action.reopened',
  'agenda.composed',
  'agenda_item.added',
  'agenda_item.settled',
  'bookings.restated',
  'campaign.added',
  'exchange_rate.set',
  'expense.recorded',
  'hand_off.accepted',
  'hand_off.expired',
  'hand_off.offered',
  'hand_off.rejected',
  'hand_off.returned',
  'import.done',
  'import.failed',
  'import.undone',
  'opportunity.account_merged',
  'opportunity.adjusted',
  'opportunity.cancelled',
  'opportunity.credited',
  'opportunity.edited',
  'opportunity.lost',
  'opportunity.moved',
  'opportunity.opened',
  'opportunity.redated',
  'opportunity.reopened',
  'opportunity.restored',
  'opportunity.withdrawn',
  'period.locked',
  'product.future_set',
  'quota.set',
  'target.set',
  'target.signed',
  'touch.recorded',
  'verification.violated',
] as const;

/** Sent only when somebody asks for it, to try an endpoint out; nobody subscribes to it. */
export const pingEvent = 'webhook.pinged';

export const everyEvent = '*';
