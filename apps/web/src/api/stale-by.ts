import type { ChangedKind, ChangesWire } from '@tandem/contracts';

/** The records a query name is old for; null for all of them. */
export type Stale = ReadonlyMap<string, readonly string[] | null>;

const records = ['board', 'opportunities', 'opportunity', 'history', 'hand-offs', 'my-day'];
/** They are reckoned from histories, which takes the server longest. */
export const outlooks: readonly string[] = ['forecast', 'coverage', 'waterfall', 'variance', 'outlook-records'];
/** They cost the server more than a list, and nobody reads a figure twice a second. */
export const figures: readonly string[] = [
  'scoreboard',
  'figure-records',
  'funnel-figures',
  'funnel-records',
  'my-day',
  ...outlooks,
];
/** Whoever sits in one waits for what the others say. */
export const meeting: readonly string[] = ['agenda', 'agendas'];
const mails = ['deliveries', 'delivery'];
const targets = ['targets', 'scoreboard', 'my-day', ...outlooks];
const everything = [
  ...records,
  ...figures,
  ...meeting,
  ...mails,
  // Past periods: they change with all there is, and nobody waits for them.
  'trends',
  'targets',
  'meeting-series',
  'accounts',
  'funnel',
  'people',
  'directory',
  'feedback',
  'references',
  'saved-views',
  'search',
  'touches',
  'imports',
  'import',
];

/** Which queries show records of a kind, by the first part of their key. */
const shownBy: Readonly<Record<ChangedKind, readonly string[]>> = {
  account: [...records, ...figures, 'accounts', 'saved-views'],
  agenda: meeting,
  agenda_item: meeting,
  campaign: figures,
  default_view: ['saved-views'],
  delivery: ['agenda', ...mails],
  exchange_rate: figures,
  expense_line: figures,
  feedback: ['feedback'],
  forecast_snapshot: figures,
  funnel: [...records, ...figures, 'funnel'],
  hand_off: [...records, ...figures, 'feedback'],
  import_run: everything,
  meeting_action: meeting,
  meeting_series: [...meeting, 'meeting-series'],
  metric_choice: [...figures, 'definitions', 'trends'],
  opportunity: [...records, ...figures],
  organisation: everything,
  period_lock: figures,
  person: ['people', 'directory'],
  product: figures,
  quota: targets,
  saved_view: ['saved-views'],
  source: [...figures, 'references'],
  target: targets,
  touch: [...figures, 'touches'],
};

const ofOneOpportunity = ['opportunity', 'history'];

/** What has to be asked for again after some news. */
export function staleBy({ kinds, ids }: ChangesWire): Stale {
  const stale = new Map<string, readonly string[] | null>();
  for (const kind of kinds) {
    for (const name of shownBy[kind]) {
      const only = kind === 'opportunity' && ofOneOpportunity.includes(name) ? ids : null;
      stale.set(name, bothOf(stale.get(name), only));
    }
  }
  return stale;
}

/** What has to be asked for again when nobody knows what was missed. */
export const allStale: Stale = new Map(everything.map((name) => [name, null]));

export function bothOf(
  one: readonly string[] | null | undefined,
  other: readonly string[] | null,
): readonly string[] | null {
  if (one === undefined) return other;
  return one === null || other === null ? null : [...new Set([...one, ...other])];
}
