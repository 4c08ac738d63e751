import { z } from 'zod';
import { id } from './shapes.contract';

/** Kinds of records that screens show; what else is written down is nobody's news. */
export const changedKind = z.enum([
  'account',
  'agenda',
  'agenda_item',
  'campaign',
  'default_view',
  'delivery',
  'exchange_rate',
  'expense_line',
  'feedback',
  'forecast_snapshot',
  'funnel',
  'hand_off',
  'import_run',
  'meeting_action',
  'meeting_series',
  'metric_choice',
  'opportunity',
  'organisation',
  'period_lock',
  'person',
  'product',
  'quota',
  'saved_view',
  'source',
  'target',
  'touch',
]);

/** What changed since the news before: never what it is now, because not everybody may see everything. */
export const changes = z.object({
  kinds: z.array(changedKind).min(1),
  /** Of which records; null when they are too many to name. */
  ids: z.array(id).nullable(),
});

export type ChangedKind = z.infer<typeof changedKind>;
export type ChangesWire = z.infer<typeof changes>;
