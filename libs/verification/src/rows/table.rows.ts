import type { Rows } from '../check';

interface Wishes {
  readonly name: string;
  readonly table: string;
  readonly alias: string;
  readonly key?: string;
  readonly named: Readonly<Record<string, string>>;
}

/** The rows of one table, each by itself, in the order of an indexed id. */
const tableRows = ({ name, table, alias, key = 'id', named }: Wishes): Rows => ({
  name,
  from: () => `${table} ${alias}`,
  key: { column: `${alias}.${key}`, table, name: key, is: 'id' },
  span: 10_000,
  named,
});

export const handOffRows = tableRows({
  name: 'hand-offs',
  table: 'hand_off',
  alias: 'h',
  named: { opportunityId: 'h.opportunity_id', handOffId: 'h.id' },
});
export const deliveryRows = tableRows({
  name: 'letters',
  table: 'delivery',
  alias: 'd',
  named: { deliveryId: 'd.id', to: 'd.to_address' },
});
export const agendaRows = tableRows({
  name: 'agendas',
  table: 'agenda',
  alias: 'g',
  named: { agendaId: 'g.id', week: 'g.iso_week' },
});
export const answerRows = tableRows({
  name: 'remembered answers',
  table: 'idempotency_key',
  alias: 'k',
  key: 'scope',
  named: { operation: 'k.operation', personId: 'k.scope' },
});
export const importRows = tableRows({
  name: 'imports',
  table: 'import_run',
  alias: 'i',
  named: { importId: 'i.id' },
});
export const externalRows = tableRows({
  name: 'records of other systems',
  table: 'external_record',
  alias: 'x',
  key: 'record_id',
  named: { kind: 'x.kind', recordId: 'x.record_id' },
});
export const expenseRows = tableRows({
  name: 'expense lines',
  table: 'expense_line',
  alias: 'e',
  named: { expenseLineId: 'e.id' },
});
export const touchRows = tableRows({
  name: 'touches',
  table: 'touch',
  alias: 'u',
  named: { touchId: 'u.id' },
});
export const metricChoiceRows = tableRows({
  name: 'chosen definitions',
  table: 'metric_choice',
  alias: 'v',
  named: { choiceId: 'v.id', purpose: 'v.purpose' },
});
export const quotaRows = tableRows({
  name: 'quotas',
  table: 'quota',
  alias: 'q',
  named: { quotaId: 'q.id' },
});
export const forecastSnapshotRows = tableRows({
  name: 'forecast snapshots',
  table: 'forecast_snapshot',
  alias: 'f',
  named: { snapshotId: 'f.id', week: 'f.week_from', period: 'f.period_key' },
});
export const restatementRows: Rows = {
  ...tableRows({
    name: 'restatements',
    table: 'booking_restatement',
    alias: 'n',
    key: 'booking_id',
    named: { bookingId: 'n.booking_id', revision: 'n.revision' },
  }),
  from: () => 'booking_restatement n JOIN booking b ON b.id = n.booking_id',
};
export const accountRows = tableRows({
  name: 'accounts',
  table: 'account',
  alias: 'c',
  named: { accountId: 'c.id' },
});
export const webhookRows = tableRows({
  name: 'webhook deliveries',
  table: 'webhook_delivery',
  alias: 'w',
  key: 'event_id',
  named: { eventId: 'w.event_id', topic: 'w.topic', endpointId: 'w.endpoint_id' },
});
export const lockRows = tableRows({
  name: 'period locks',
  table: 'period_lock',
  alias: 't',
  named: { lockId: 't.id' },
});
