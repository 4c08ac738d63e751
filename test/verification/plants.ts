import type { CheckId } from '@tandem/verification';
import type { LivedInHouse } from './lived-in-house';
import type { Owner } from './owner';

/** Something wrong with the records, and the checks that must see it: the first is the one it is planted for. */
export interface Plant {
  readonly what: string;
  readonly fires: readonly [CheckId, ...CheckId[]];
  /** What it touches, to be put back afterwards. */
  readonly tables: readonly string[];
  readonly plant: (owner: Owner, house: LivedInHouse) => Promise<void>;
}

const id = (text: string): Buffer => Buffer.from(text.replaceAll('-', ''), 'hex');
const stranger = Buffer.from('0199aaaa00007000a000000000000001', 'hex');
const nobodys = `x'0199aaaa00007000a000000000000003'`;
const another = Buffer.from('0199aaaa00007000a000000000000002', 'hex');

/** Changes the record of an opportunity. */
const onRecord =
  (of: keyof LivedInHouse['ids'], set: string): Plant['plant'] =>
  (owner, { ids }) =>
    owner.run(`UPDATE opportunity SET ${set} WHERE id = ?`, [id(ids[of])]);

/** Changes a row of a log, and, where nobody shall see it from the hashes, all hashes after it. */
const onLog =
  (of: keyof LivedInHouse['ids'], seq: number, set: string, { isHidden = true } = {}): Plant['plant'] =>
  async (owner, { ids }) => {
    await owner.run(`UPDATE opportunity_move SET ${set} WHERE opportunity_id = ? AND seq = ?`, [id(ids[of]), seq]);
    if (isHidden) await owner.rehash(ids[of], seq);
  };

const sql =
  (statement: string, values: readonly unknown[] = []): Plant['plant'] =>
  (owner) =>
    owner.run(statement, values);

const log = ['opportunity_move', 'opportunity'];
const oneOf = (table: string, condition: string) =>
  `(SELECT id FROM (SELECT id FROM ${table} WHERE ${condition} ORDER BY id LIMIT 1) one)`;
const theWin = `opportunity_id = (SELECT opportunity_id FROM (SELECT opportunity_id FROM booking b WHERE b.currency = 'EUR' LIMIT 1) of_foreign)`;
const anImportedWin = `id = ${oneOf('booking', `move_id IN (SELECT id FROM opportunity_move WHERE origin <> 'native')`)}`;
const theCredit = `id = ${oneOf('booking', `booking_type = 'credit' AND reverses_id IS NULL AND adjusts_date IS NULL AND id NOT IN (SELECT reverses_id FROM booking WHERE reverses_id IS NOT NULL)`)}`;
const theAdjustment = `id = ${oneOf('booking', `booking_type <> 'credit' AND move_id IS NULL`)}`;
/** Written more than a minute after the last lock, and before now. */
const afterTheLocks = 'recorded_at = (SELECT MAX(locked_at) + INTERVAL 30 MINUTE FROM period_lock)';
const aLine = (values: string) =>
  `INSERT INTO audit_line (id, at, actor_name, via, action, object_kind, object_id) VALUES ${values}`;
const anEvent = (values: string) =>
  `INSERT INTO outbox_event (id, topic, payload, state, attempts, available_at) VALUES ${values}`;
/** A worker that has lived for an hour. */
async function liveWorker(owner: Owner, { api }: LivedInHouse): Promise<void> {
  const now = api.clock.now();
  await owner.run(
    `INSERT INTO worker_heartbeat (worker, beat_at, started_at) VALUES ('planted', ?, ?) ON DUPLICATE KEY UPDATE beat_at = VALUES(beat_at)`,
    [now, new Date(now.getTime() - 3_600_000)],
  );
}
const anImport = (values: string) =>
  `INSERT INTO import_run (id, profile, dry_run, replace_demo, currency, rows_total, rows_done, fence, state, started_at, lease_until)
   VALUES (?, 'crm-sales', FALSE, FALSE, 'USD', 3, 0, 0, ${values})`;
const aLetter = (columns: string, values: string) =>
  `INSERT INTO delivery (id, kind, subject_id, person_id, to_name, to_address, locale, message_id, fence, created_at, available_at, ${columns})
   SELECT ?, 'note', id, id, 'Ann', 'ann@example.test', 'en', 'planted', 0, '2026-11-23 09:00:00', '2026-11-23 09:00:00', ${values} FROM person LIMIT 1`;

export const plants: readonly Plant[] = [
  {
    what: 'an owner changed past the log',
    fires: ['I1'],
    tables: log,
    plant: onRecord('open', 'owner_id = (SELECT p.id FROM person p WHERE p.id <> opportunity.owner_id LIMIT 1)'),
  },
  {
    what: 'a close date changed past the log',
    fires: ['I1'],
    tables: log,
    plant: onRecord('open', `close_date = '2026-12-25'`),
  },
  {
    what: 'a probability changed past the log',
    fires: ['I1'],
    tables: log,
    plant: onRecord('open', 'probability = 99'),
  },
  {
    what: 'a loss taken back past the log',
    fires: ['I1', 'I20'],
    tables: log,
    plant: onRecord('lost', `outcome = 'open'`),
  },
  {
    what: 'an amount changed past the log',
    fires: ['I2'],
    tables: log,
    plant: onRecord('open', 'amount_minor = amount_minor + 1'),
  },
  {
    what: 'the amount of a win changed past the log',
    fires: ['I2', 'I14-bookings'],
    tables: log,
    plant: onRecord('won', 'amount_minor = amount_minor + 1'),
  },
  { what: 'another currency', fires: ['I2'], tables: log, plant: onRecord('open', `currency = 'EUR'`) },
  {
    what: 'a row of a log removed from its middle',
    fires: ['I3', 'I4', 'I5', 'I6', 'I16'],
    tables: log,
    plant: (owner, { ids }) =>
      owner.run('DELETE FROM opportunity_move WHERE opportunity_id = ? AND seq = 2', [id(ids.open)]),
  },
  {
    what: 'the last row of a log removed',
    fires: ['I3', 'I1', 'I2', 'I5', 'I16'],
    tables: log,
    plant: (owner, { ids }) =>
      owner.run('DELETE FROM opportunity_move WHERE opportunity_id = ? AND seq = 3', [id(ids.open)]),
  },
  {
    what: 'a row too many, with hashes that fit',
    fires: ['I3'],
    tables: log,
    async plant(owner, { ids }) {
      await owner.run(
        'CREATE TEMPORARY TABLE copied AS SELECT * FROM opportunity_move WHERE opportunity_id = ? AND seq = 3',
        [id(ids.open)],
      );
      await owner.run(
        `UPDATE copied SET id = ?, seq = 4, version = 4, origin = 'import_event', amount_from_minor = amount_to_minor, stage_from_id = stage_to_id,
           outcome_from = outcome_to, close_date_from = close_date_to, owner_from_id = owner_to_id, team_from_id = team_to_id`,
        [stranger],
      );
      await owner.run('INSERT INTO opportunity_move SELECT * FROM copied');
      await owner.run('DROP TEMPORARY TABLE copied');
      await owner.rehash(ids.open);
    },
  },
  {
    what: 'an opportunity removed that left its log and its booking behind',
    // Answers and imports that stand for it miss it too.
    fires: ['I3', 'I11', 'I19'],
    tables: log,
    plant: (owner, { ids }) => owner.run('DELETE FROM opportunity WHERE id = ?', [id(ids.won)]),
  },
  {
    what: 'a row that begins elsewhere, with hashes that fit',
    fires: ['I4'],
    tables: log,
    plant: onLog('open', 2, 'amount_from_minor = 7'),
  },
  { what: 'a log that begins somewhere', fires: ['I4'], tables: log, plant: onLog('open', 1, 'amount_from_minor = 7') },
  {
    what: 'a currency that changes under an amount',
    fires: ['I4'],
    tables: log,
    plant: onLog('open', 2, `currency = 'JPY'`),
  },
  {
    what: 'a note written later',
    fires: ['I5'],
    tables: log,
    plant: onLog('open', 2, `note = 'They always wanted it'`, { isHidden: false }),
  },
  {
    what: 'a moment made earlier',
    fires: ['I5'],
    tables: log,
    plant: onLog('lost', 1, 'recorded_at = recorded_at - INTERVAL 1 DAY', { isHidden: false }),
  },
  {
    what: 'a record that names another end of its log',
    fires: ['I5'],
    tables: log,
    plant: onRecord('open', 'log_hash = REPEAT(0x07, 32)'),
  },
  {
    what: 'an event that vanished before it was a month old',
    fires: ['I6'],
    tables: ['outbox_event'],
    plant: sql(`DELETE FROM outbox_event WHERE topic = 'opportunity.won' LIMIT 1`),
  },
  {
    what: 'an audit line under another id',
    fires: ['I6', 'I15-seals', 'I15-complete'],
    tables: ['audit_line'],
    plant: sql(`UPDATE audit_line SET id = ?, after_state = NULL WHERE action = 'opportunity.won' LIMIT 1`, [stranger]),
  },
  {
    what: 'an audit line of a move that never was',
    fires: ['I6'],
    tables: ['audit_line', 'audit_seal', 'outbox_event'],
    async plant(owner, { ids, worker }) {
      await owner.run(aLine(`(?, '2026-11-23 09:30:00', 'Ann', 'web', 'opportunity.won', 'opportunity', ?)`), [
        stranger,
        id(ids.open),
      ]);
      await owner.run(anEvent(`(?, 'opportunity.won', '{}', 'pending', 0, '2026-11-23 09:30:00')`), [stranger]);
      await worker.run('relay-outbox');
    },
  },
  {
    what: 'an event nobody hands on',
    fires: ['I7'],
    tables: ['outbox_event', 'worker_heartbeat'],
    async plant(owner, house) {
      await liveWorker(owner, house);
      await owner.run(anEvent(`(?, 'test', '{}', 'pending', 0, '2026-11-23 09:30:00')`), [stranger]);
    },
  },
  {
    what: 'a letter nobody sends',
    fires: ['I7'],
    tables: ['delivery', 'worker_heartbeat'],
    async plant(owner, house) {
      await liveWorker(owner, house);
      await owner.run(aLetter('state, attempts, maybe_duplicate', `'pending', 0, FALSE`), [stranger]);
    },
  },
  {
    what: 'a letter whose sender is dead and that nobody takes over',
    fires: ['I7'],
    tables: ['delivery', 'worker_heartbeat'],
    async plant(owner, house) {
      await liveWorker(owner, house);
      await owner.run(
        aLetter('state, attempts, maybe_duplicate, lease_until', `'sending', 1, FALSE, '2026-11-23 09:01:00'`),
        [stranger],
      );
    },
  },
  {
    what: 'an offer that ran out and that nobody ends',
    fires: ['I7'],
    tables: ['hand_off', 'worker_heartbeat'],
    async plant(owner, house) {
      await liveWorker(owner, house);
      await owner.run(
        `UPDATE hand_off SET offered_at = offered_at - INTERVAL 90 DAY, due_at = due_at - INTERVAL 90 DAY WHERE state = 'offered'`,
      );
    },
  },
  {
    what: 'an import nobody begins',
    fires: ['I7'],
    tables: ['import_run', 'worker_heartbeat'],
    async plant(owner, house) {
      await liveWorker(owner, house);
      await owner.run(anImport(`'waiting', '2026-11-23 08:00:00', NULL`), [stranger]);
    },
  },
  {
    what: 'an import whose worker is dead and that nobody takes over',
    fires: ['I7'],
    tables: ['import_run', 'worker_heartbeat'],
    async plant(owner, house) {
      await liveWorker(owner, house);
      await owner.run(anImport(`'running', '2026-11-23 08:00:00', '2026-11-23 08:01:00'`), [stranger]);
    },
  },
  {
    what: 'a week without an agenda',
    fires: ['I8'],
    tables: ['agenda', 'agenda_item', 'delivery'],
    async plant(owner) {
      const { week } = await owner.first<{ week: Buffer }>(
        `SELECT id AS week FROM agenda WHERE due_at > '2026-11-03' ORDER BY due_at LIMIT 1`,
      );
      await owner.run('DELETE FROM delivery WHERE subject_id = ?', [week]);
      await owner.run('DELETE FROM agenda_item WHERE agenda_id = ?', [week]);
      await owner.run('DELETE FROM agenda WHERE id = ?', [week]);
    },
  },
  {
    what: 'this week’s agenda missing although a worker lives',
    fires: ['I8'],
    tables: ['agenda', 'agenda_item', 'delivery', 'worker_heartbeat'],
    async plant(owner, house) {
      await liveWorker(owner, house);
      const { week } = await owner.first<{ week: Buffer }>(
        'SELECT id AS week FROM agenda ORDER BY due_at DESC LIMIT 1',
      );
      await owner.run('DELETE FROM delivery WHERE subject_id = ?', [week]);
      await owner.run('DELETE FROM agenda_item WHERE agenda_id = ?', [week]);
      await owner.run('DELETE FROM agenda WHERE id = ?', [week]);
    },
  },
  {
    what: 'a letter that was never written',
    fires: ['I9'],
    tables: ['delivery'],
    plant: sql('DELETE FROM delivery ORDER BY id LIMIT 1'),
  },
  {
    what: 'a letter to somebody who does not attend',
    fires: ['I9'],
    tables: ['delivery'],
    plant: sql(
      `UPDATE delivery SET person_id = (SELECT id FROM person WHERE role = 'manager' LIMIT 1) ORDER BY id LIMIT 1`,
    ),
  },
  {
    what: 'a letter sent without an answer',
    fires: ['I10'],
    tables: ['delivery'],
    plant: sql('UPDATE delivery SET provider_response = NULL ORDER BY id LIMIT 1'),
  },
  {
    what: 'a letter sent at no time',
    fires: ['I10'],
    tables: ['delivery'],
    plant: sql('UPDATE delivery SET sent_at = NULL ORDER BY id LIMIT 1'),
  },
  {
    what: 'a letter sent without a try',
    fires: ['I10'],
    tables: ['delivery'],
    plant: sql('UPDATE delivery SET attempts = 0 ORDER BY id LIMIT 1'),
  },
  {
    what: 'a letter doubled by one try',
    fires: ['I10'],
    tables: ['delivery'],
    plant: sql('UPDATE delivery SET maybe_duplicate = TRUE ORDER BY id LIMIT 1'),
  },
  {
    what: 'a letter tried without end',
    fires: ['I10'],
    tables: ['delivery'],
    plant: sql('UPDATE delivery SET attempts = 500 ORDER BY id LIMIT 1'),
  },
  {
    what: 'an uncertain letter nobody knows anything of',
    fires: ['I10'],
    tables: ['delivery'],
    plant: sql(aLetter('state, attempts, maybe_duplicate', `'uncertain', 1, TRUE`), [stranger]),
  },
  {
    what: 'a request without its answer',
    fires: ['I11'],
    tables: ['idempotency_key'],
    plant: sql('UPDATE idempotency_key SET body = NULL LIMIT 1'),
  },
  {
    what: 'an answer about a record that is not here',
    fires: ['I11'],
    tables: ['idempotency_key'],
    plant: sql(`UPDATE idempotency_key SET body = '{"body":{"id":"0199aaaa-0000-7000-a000-000000000001","version":1}}'
      WHERE operation = 'POST /api/v1/opportunities' LIMIT 1`),
  },
  {
    what: 'an answer about a version that never came',
    fires: ['I11'],
    tables: ['idempotency_key'],
    plant: sql(`UPDATE idempotency_key SET body = JSON_SET(CONVERT(body USING utf8mb4), '$.body.version', 50)
      WHERE operation LIKE '%/acceptance'`),
  },
  ...['corrections', 'credits', 'adjustments'].map((deed): Plant => ({
    what: `an answer to ${deed} about a version that never came`,
    fires: ['I11'],
    tables: ['idempotency_key'],
    plant: sql(`UPDATE idempotency_key SET body = JSON_SET(CONVERT(body USING utf8mb4), '$.body.version', 50)
      WHERE operation LIKE '%/${deed}' LIMIT 1`),
  })),
  {
    what: 'an import that counts rows it has not read',
    fires: ['I12'],
    tables: ['import_run'],
    plant: sql(
      `UPDATE import_run SET report = JSON_SET(report, '$.total.created', 1 + JSON_VALUE(report, '$.total.created'))`,
    ),
  },
  {
    what: 'an import that stopped before its end',
    fires: ['I12'],
    tables: ['import_run'],
    plant: sql('UPDATE import_run SET rows_done = rows_done - 1'),
  },
  {
    what: 'an imported record that is not here',
    fires: ['I12'],
    tables: ['external_record'],
    plant: sql(`UPDATE external_record SET record_id = ? WHERE kind = 'account' LIMIT 1`, [stranger]),
  },
  {
    what: 'a webhook nobody sends',
    fires: ['I7'],
    tables: ['webhook_delivery', 'webhook_attempt', 'worker_heartbeat'],
    async plant(owner, house) {
      await liveWorker(owner, house);
      await owner.run('UPDATE webhook_attempt SET at = at - INTERVAL 1 DAY');
      await owner.run(
        `UPDATE webhook_delivery SET state = 'pending', delivered_at = NULL, available_at = '2026-11-23 09:00:00' LIMIT 1`,
      );
    },
  },
  {
    what: 'an event that an endpoint was to hear of',
    fires: ['I13'],
    tables: ['webhook_delivery'],
    plant: sql(`DELETE FROM webhook_delivery WHERE topic = 'opportunity.lost' LIMIT 1`),
  },
  {
    what: 'an event that never happened',
    fires: ['I13'],
    tables: ['webhook_delivery'],
    plant: sql(
      `INSERT INTO webhook_delivery (event_id, endpoint_id, topic, occurred_at, body, state, attempts, available_at, fence, created_at)
       SELECT ?, endpoint_id, topic, occurred_at, body, 'pending', 0, '2026-11-30', 0, created_at FROM webhook_delivery LIMIT 1`,
      [stranger],
    ),
  },
  {
    what: 'a webhook delivered without an answer',
    fires: ['I13'],
    tables: ['webhook_attempt'],
    plant: sql('DELETE FROM webhook_attempt LIMIT 1'),
  },
  {
    what: 'a win without a booking',
    fires: ['I14-bookings'],
    tables: ['booking'],
    plant: sql(`DELETE FROM booking WHERE ${theWin}`),
  },
  {
    what: 'a win booked twice',
    fires: ['I14-bookings', 'I14-lines'],
    tables: ['booking'],
    async plant(owner) {
      await owner.run(`CREATE TEMPORARY TABLE copied AS SELECT * FROM booking WHERE ${theWin}`);
      await owner.run('UPDATE copied SET id = ?', [stranger]);
      await owner.run('INSERT INTO booking SELECT * FROM copied');
      await owner.run('DROP TEMPORARY TABLE copied');
    },
  },
  {
    what: 'a win booked on another day',
    fires: ['I14-bookings', 'I14-lines'],
    tables: ['booking'],
    plant: sql(`UPDATE booking SET booking_date = '2026-10-01' WHERE ${theWin}`),
  },
  {
    what: 'a win booked for another amount',
    fires: ['I14-bookings', 'I14-lines', 'I14-reporting'],
    tables: ['booking'],
    plant: sql(`UPDATE booking SET amount_minor = amount_minor + 100000 WHERE ${theWin}`),
  },
  {
    what: 'a reopening that took nothing back',
    fires: ['I14-bookings'],
    tables: ['booking'],
    plant: sql('DELETE FROM booking WHERE reverses_id IS NOT NULL'),
  },
  {
    what: 'a booking of something that was never won',
    fires: ['I14-bookings', 'I14-lines'],
    tables: ['booking'],
    async plant(owner, { ids }) {
      await owner.run(`CREATE TEMPORARY TABLE copied AS SELECT * FROM booking WHERE ${theWin}`);
      await owner.run('UPDATE copied SET id = ?, opportunity_id = ?, move_id = NULL', [stranger, id(ids.open)]);
      await owner.run('INSERT INTO booking SELECT * FROM copied');
      await owner.run('DROP TEMPORARY TABLE copied');
    },
  },
  ...['owner_id', 'team_id', 'account_id', 'product_id', 'source_id', 'campaign_id'].map((column): Plant => ({
    what: `a win counted for another ${column.replace('_id', '')}`,
    fires: ['I14-lines'],
    tables: ['booking'],
    plant: sql(`UPDATE booking SET ${column} = ? WHERE ${theWin}`, [stranger]),
  })),
  ...['owner_id', 'team_id'].map((column): Plant => ({
    what: `a win of an import counted for another ${column.replace('_id', '')}`,
    fires: ['I14-lines'],
    tables: ['booking'],
    plant: sql(`UPDATE booking SET ${column} = ? WHERE ${anImportedWin}`, [stranger]),
  })),
  {
    what: 'a win that was another kind of business',
    fires: ['I14-lines'],
    tables: ['booking'],
    plant: sql(`UPDATE booking SET booking_type = 'renewal' WHERE ${theWin}`),
  },
  {
    what: 'a win that cost less',
    fires: ['I14-lines'],
    tables: ['booking'],
    plant: (owner, { ids }) =>
      owner.run('UPDATE booking SET cost_minor = 0, reporting_cost_minor = 0 WHERE opportunity_id = ?', [id(ids.won)]),
  },
  {
    what: 'a win whose cost is not known any more',
    fires: ['I14-lines'],
    tables: ['booking'],
    plant: (owner, { ids }) =>
      owner.run('UPDATE booking SET cost_minor = NULL, reporting_cost_minor = NULL WHERE opportunity_id = ?', [
        id(ids.won),
      ]),
  },
  {
    what: 'a win recorded a year before',
    fires: ['I14-lines'],
    tables: ['booking'],
    plant: sql(`UPDATE booking SET recorded_at = recorded_at - INTERVAL 1 YEAR WHERE ${theWin}`),
  },
  {
    what: 'a win of an import recorded a year before',
    fires: ['I14-lines'],
    tables: ['booking'],
    plant: sql(`UPDATE booking SET recorded_at = recorded_at - INTERVAL 1 YEAR WHERE ${anImportedWin}`),
  },
  {
    what: 'a win of a foreign rate that was another, with amounts that fit',
    fires: ['I14-lines'],
    tables: ['booking'],
    plant: sql(
      `UPDATE booking SET rate = rate * 2, reporting_amount_minor = 2 * reporting_amount_minor, amount_minor = amount_minor,
         reporting_cost_minor = 2 * reporting_cost_minor WHERE ${theWin}`,
    ),
  },
  {
    what: 'a credit of another amount',
    fires: ['I14-lines'],
    tables: ['booking'],
    plant:
      sql(`UPDATE booking SET amount_minor = amount_minor + 100, reporting_amount_minor = reporting_amount_minor + 100
      WHERE booking_type = 'credit' AND reverses_id IS NULL AND adjusts_date IS NULL ORDER BY recorded_at DESC LIMIT 1`),
  },
  {
    what: 'a credit granted that nobody is told of',
    fires: ['I14-lines'],
    tables: ['booking'],
    async plant(owner) {
      await owner.run(`CREATE TEMPORARY TABLE copied AS SELECT * FROM booking WHERE ${theCredit}`);
      await owner.run('UPDATE copied SET id = ?', [stranger]);
      await owner.run('INSERT INTO booking SELECT * FROM copied');
      await owner.run('DROP TEMPORARY TABLE copied');
    },
  },
  {
    what: 'a credit that vanished',
    fires: ['I14-lines'],
    tables: ['booking'],
    plant: sql(`DELETE FROM booking WHERE ${theCredit}`),
  },
  {
    what: 'an adjustment that vanished',
    fires: ['I14-lines'],
    tables: ['booking'],
    plant: sql(`DELETE FROM booking WHERE ${theAdjustment}`),
  },
  {
    what: 'an adjustment counted for another customer',
    fires: ['I14-lines'],
    tables: ['booking'],
    plant: sql(`UPDATE booking SET account_id = ? WHERE ${theAdjustment}`, [stranger]),
  },
  {
    what: 'a win that stands again, counted for somebody else',
    // The credit that stands again with it has not gone over.
    fires: ['I14-lines', 'I14-credits'],
    tables: ['booking'],
    plant: sql(
      `UPDATE booking SET owner_id = ? WHERE move_id IS NOT NULL AND adjusts_date IS NOT NULL AND reverses_id IS NULL`,
      [stranger],
    ),
  },
  {
    what: 'a win that stands again since before lines had digests, for another amount',
    fires: ['I14-lines', 'I14-bookings', 'I15-seals'],
    tables: ['booking', 'audit_line'],
    async plant(owner) {
      await owner.run(
        `UPDATE audit_line SET after_state = JSON_REMOVE(after_state, '$.booked') WHERE action = 'opportunity.withdrawn'`,
      );
      await owner.run(`UPDATE booking SET amount_minor = amount_minor + 100, reporting_amount_minor = reporting_amount_minor + 100
        WHERE move_id IS NOT NULL AND adjusts_date IS NOT NULL AND reverses_id IS NULL`);
    },
  },
  {
    what: 'a credit counted for somebody else',
    fires: ['I14-credits', 'I14-lines'],
    tables: ['booking'],
    plant: sql(`UPDATE booking SET owner_id = ? WHERE ${theCredit}`, [stranger]),
  },
  ...['account_id', 'product_id', 'source_id', 'campaign_id'].map((column): Plant => ({
    what: `a reversal counted for another ${column.replace('_id', '')}`,
    fires: ['I14-reversals', 'I14-lines'],
    tables: ['booking'],
    plant: sql(`UPDATE booking SET ${column} = ? WHERE reverses_id IS NOT NULL`, [stranger]),
  })),
  {
    what: 'a reversal of half the amount',
    fires: ['I14-reversals', 'I14-lines', 'I14-reporting'],
    tables: ['booking'],
    plant: sql('UPDATE booking SET amount_minor = amount_minor / 2 WHERE reverses_id IS NOT NULL'),
  },
  {
    what: 'a reversal at another rate',
    fires: ['I14-reversals', 'I14-lines', 'I14-reporting'],
    tables: ['booking'],
    plant: sql('UPDATE booking SET rate = 2 WHERE reverses_id IS NOT NULL'),
  },
  {
    what: 'refunds of more than was booked',
    fires: ['I14-credits', 'I14-lines'],
    tables: ['booking'],
    async plant(owner) {
      for (const credit of [stranger, another]) await refund(owner, credit, '0.6');
    },
  },
  {
    what: 'a refund of something else',
    fires: ['I14-credits', 'I14-lines', 'I14-bookings'],
    tables: ['booking'],
    async plant(owner, { ids }) {
      await refund(owner, stranger, '0.1');
      await owner.run('UPDATE booking SET opportunity_id = ? WHERE id = ?', [id(ids.open), stranger]);
    },
  },
  {
    what: 'a reported amount made larger',
    fires: ['I14-reporting', 'I14-lines'],
    tables: ['booking'],
    plant: sql(`UPDATE booking SET reporting_amount_minor = reporting_amount_minor + 1 WHERE ${theWin}`),
  },
  {
    what: 'an expense reported smaller',
    fires: ['I14-reporting', 'I21'],
    tables: ['expense_line'],
    plant: sql('UPDATE expense_line SET reporting_amount_minor = reporting_amount_minor - 1'),
  },
  {
    what: 'an expense in the reporting currency doubled by its rate',
    fires: ['I14-reporting', 'I21'],
    tables: ['expense_line'],
    plant: sql(
      `UPDATE expense_line SET currency = reporting_currency, rate = 2, reporting_amount_minor = 2 * amount_minor`,
    ),
  },
  {
    what: 'a win in the reporting currency doubled by its rate',
    fires: ['I14-reporting', 'I14-lines'],
    tables: ['booking'],
    plant: (owner, { ids }) =>
      owner.run(
        `UPDATE booking SET rate = 2 * rate, reporting_amount_minor = 2 * reporting_amount_minor,
           reporting_cost_minor = 2 * reporting_cost_minor WHERE opportunity_id = ?`,
        [id(ids.won)],
      ),
  },
  {
    what: 'a win of an import doubled by its rate',
    fires: ['I14-reporting'],
    tables: ['booking'],
    plant: sql(
      `UPDATE booking SET rate = 2 * rate, reporting_amount_minor = 2 * reporting_amount_minor WHERE ${anImportedWin}`,
    ),
  },
  {
    what: 'a cost that is not reported',
    fires: ['I14-reporting', 'I14-lines'],
    tables: ['booking'],
    plant: sql(`UPDATE booking SET reporting_cost_minor = NULL WHERE ${theWin}`),
  },
  {
    what: 'a cost restated wrongly',
    fires: ['I14-reporting'],
    tables: ['booking_restatement'],
    plant: sql(
      `UPDATE booking_restatement SET reporting_cost_minor = reporting_cost_minor + 1 WHERE reporting_cost_minor IS NOT NULL`,
    ),
  },
  {
    what: 'a cost restated that was not known',
    fires: ['I14-reporting'],
    tables: ['booking_restatement'],
    plant: sql(
      `INSERT INTO booking_restatement (booking_id, revision, rate, rate_date, reporting_amount_minor, reporting_cost_minor, reason, recorded_at)
       SELECT id, 1, rate, rate_date, reporting_amount_minor, 7, 'planted', '2026-11-23' FROM booking WHERE ${anImportedWin}`,
    ),
  },
  {
    what: 'a restatement that was calculated wrongly',
    fires: ['I14-reporting'],
    tables: ['booking_restatement'],
    plant:
      sql(`INSERT INTO booking_restatement (booking_id, revision, rate, rate_date, reporting_amount_minor, reason, recorded_at)
      SELECT id, 2, 1.1, '2026-01-01', amount_minor, 'planted', '2026-11-23' FROM booking WHERE ${theWin}`),
  },
  {
    what: 'a restatement that is missing between two',
    fires: ['I14-reporting'],
    tables: ['booking_restatement'],
    plant: sql('UPDATE booking_restatement SET revision = 7'),
  },
  {
    what: 'a correction of a row that never was',
    fires: ['I14-corrections'],
    tables: log,
    plant: onLog('corrected', 5, 'corrects_seq = 99'),
  },
  {
    what: 'a withdrawal that makes something else true',
    fires: ['I14-corrections'],
    tables: log,
    async plant(owner, house) {
      await onLog('corrected', 7, 'amount_to_minor = 7')(owner, house);
      await onRecord('corrected', 'amount_minor = 7')(owner, house);
    },
  },
  {
    what: 'an import taken back that left a row standing',
    fires: ['I14-corrections'],
    tables: log,
    async plant(owner, house) {
      await onLog('unmade', 3, 'corrects_seq = 99')(owner, house);
    },
  },
  {
    what: 'an opportunity that says it was taken back, and still counts',
    fires: ['I14-corrections'],
    tables: log,
    plant: onRecord('open', `undone_at = '2026-11-23 09:00:00'`),
  },
  {
    what: 'an opportunity that was taken back and does not say so',
    fires: ['I14-corrections', 'I14-entered'],
    tables: log,
    plant: onRecord('unmade', 'undone_at = NULL'),
  },
  {
    what: 'an import taken back of which something still stands',
    fires: ['I12'],
    tables: ['import_effect'],
    plant: sql(`UPDATE import_effect SET fate = 'stands' WHERE fate = 'undone' LIMIT 1`),
  },
  {
    what: 'a beginning at another time',
    fires: ['I14-entered'],
    tables: log,
    plant: onRecord('corrected', 'created_at = created_at + INTERVAL 1 DAY'),
  },
  {
    what: 'a stage entered at another time',
    fires: ['I14-entered'],
    tables: log,
    plant: onRecord('open', 'stage_entered_at = stage_entered_at - INTERVAL 1 DAY'),
  },
  {
    what: 'an offer that waits for a closed opportunity',
    fires: ['I14-hand-offs'],
    tables: ['hand_off'],
    plant: (owner, { ids }) =>
      owner.run(`UPDATE hand_off SET opportunity_id = ? WHERE state = 'offered'`, [id(ids.lost)]),
  },
  {
    what: 'an offer that is not marked',
    fires: ['I14-hand-offs'],
    tables: ['hand_off'],
    plant: sql(`UPDATE hand_off SET open_mark = NULL WHERE state = 'offered'`),
  },
  {
    what: 'an answer before its offer',
    fires: ['I14-hand-offs'],
    tables: ['hand_off'],
    plant: sql(`UPDATE hand_off SET answered_at = offered_at - INTERVAL 1 HOUR WHERE state = 'accepted'`),
  },
  {
    what: 'an audit line that says something else now',
    fires: ['I15-seals'],
    tables: ['audit_line'],
    plant: sql(`UPDATE audit_line SET actor_name = 'Somebody else' WHERE action = 'opportunity.lost'`),
  },
  {
    what: 'a seal that was sealed again without a chain',
    fires: ['I15-seals'],
    tables: ['audit_seal'],
    plant: sql(
      'UPDATE audit_seal SET prev_hash = NULL, hash = UNHEX(SHA2(lines_sealed, 256)) ORDER BY seq DESC LIMIT 1',
    ),
  },
  {
    what: 'a seal removed with all its lines',
    fires: ['I15-seals', 'I6', 'I9', 'I13', 'I14-lines', 'I16', 'I15-complete', 'I21', 'I24'],
    tables: ['audit_seal', 'audit_line', 'outbox_event'],
    async plant(owner) {
      await owner.run('DELETE FROM audit_line WHERE id IN (SELECT id FROM outbox_event WHERE relayed_at IS NOT NULL)');
      await owner.run('DELETE FROM audit_seal WHERE seq = 2');
    },
  },
  {
    what: 'an audit line slipped in',
    fires: ['I15-complete'],
    tables: ['audit_line'],
    plant: sql(aLine(`(?, '2026-11-23 09:30:00', 'Ann', 'web', 'expense.recorded', 'expense_line', NULL)`), [stranger]),
  },
  {
    what: 'a line sealed twice and another never',
    fires: ['I15-complete'],
    tables: ['audit_line', 'audit_seal'],
    async plant(owner) {
      await owner.run(aLine(`(?, '2026-11-23 09:30:00', 'Ann', 'web', 'expense.recorded', 'expense_line', NULL)`), [
        stranger,
      ]);
      await owner.run(`INSERT INTO audit_seal (seq, sealed_at, line_count, lines_sealed, prev_hash, hash)
        SELECT seq + 1, sealed_at, 1, LEFT(lines_sealed, 48), hash, UNHEX(SHA2(CONCAT(hash, LEFT(lines_sealed, 48)), 256))
        FROM audit_seal ORDER BY seq DESC LIMIT 1`);
    },
  },
  { what: 'a version nobody made', fires: ['I16'], tables: log, plant: onRecord('open', 'version = version + 1') },
  {
    what: 'an edit nobody is told to have made',
    fires: ['I16'],
    tables: log,
    async plant(owner, { ids }) {
      await onLog('open', 3, 'version = 4')(owner, { ids } as LivedInHouse);
      await owner.run('UPDATE opportunity SET version = 4 WHERE id = ?', [id(ids.open)]);
    },
  },
  {
    what: 'a version that fell behind its log',
    fires: ['I16', 'I11'],
    tables: log,
    plant: onRecord('open', 'version = 1'),
  },
  {
    what: 'a merged account without its merge',
    fires: ['I17'],
    tables: ['account'],
    plant: sql(`UPDATE account SET merged_into_id = ${oneOf('account', 'TRUE')} ORDER BY id DESC LIMIT 1`),
  },
  {
    what: 'an opportunity left with a merged account',
    fires: ['I17', 'I22'],
    tables: log,
    plant: onRecord('open', 'account_id = (SELECT id FROM account WHERE merged_into_id IS NOT NULL LIMIT 1)'),
  },
  {
    what: 'bookings in a period that was locked before',
    fires: ['I18'],
    tables: ['period_lock'],
    plant: sql(
      `INSERT INTO period_lock (id, locked_before, locked_at, note) VALUES (?, '2026-12-31', '2026-11-01', 'planted')`,
      [stranger],
    ),
  },
  {
    what: 'a change dated into a period that was locked before',
    fires: ['I18'],
    tables: log,
    plant: onLog('open', 3, `at = '2026-11-05 08:00:00', ${afterTheLocks}`),
  },
  {
    what: 'a loss on a day that was locked before',
    fires: ['I18'],
    tables: log,
    async plant(owner, house) {
      await onLog('lost', 2, `close_date_to = '2026-11-05', ${afterTheLocks}, at = recorded_at`)(owner, house);
      await onRecord('lost', `close_date = '2026-11-05'`)(owner, house);
    },
  },
  {
    what: 'an expense on a day that was locked before',
    fires: ['I18', 'I21'],
    tables: ['expense_line'],
    plant: sql(`UPDATE expense_line SET expense_date = '2026-11-09'`),
  },
  {
    what: 'a lock moved back without a reason',
    fires: ['I18'],
    tables: ['period_lock'],
    plant: sql(`UPDATE period_lock SET note = NULL WHERE locked_before = '2026-11-01'`),
  },
  {
    what: 'a booking in another currency than its move',
    fires: ['I19', 'I14-bookings', 'I14-lines', 'I14-reporting'],
    tables: ['booking'],
    plant: sql(`UPDATE booking SET currency = 'JPY' WHERE ${theWin}`),
  },
  { what: 'an amount below nothing', fires: ['I19', 'I2'], tables: log, plant: onRecord('open', 'amount_minor = -1') },
  {
    what: 'a reason beside no loss',
    fires: ['I20', 'I22'],
    tables: log,
    plant: onRecord('open', `loss_reason = 'price'`),
  },
  {
    what: 'an open outcome in a won stage',
    fires: ['I20'],
    tables: log,
    async plant(owner, house) {
      const { stage } = await owner.first<{ stage: Buffer }>(
        `SELECT id AS stage FROM funnel_stage WHERE stage_key = 'refer'`,
      );
      await owner.run('UPDATE opportunity_move SET stage_to_id = ? WHERE opportunity_id = ? AND seq = 1', [
        stage,
        id(house.ids.open),
      ]);
      await owner.run('UPDATE opportunity_move SET stage_from_id = ? WHERE opportunity_id = ? AND seq = 2', [
        stage,
        id(house.ids.open),
      ]);
      await owner.rehash(house.ids.open);
    },
  },
  ...[
    ['of another amount', 'amount_minor = amount_minor / 2'],
    ['of another period', `starts_on = '2026-07-01', ends_before = '2026-10-01'`],
    ['of somebody else', `person_id = (SELECT id FROM person WHERE role = 'manager' LIMIT 1)`],
    ['known for a year', 'recorded_at = recorded_at - INTERVAL 1 YEAR'],
  ].map(([what, set]): Plant => ({
    what: `a quota ${what}`,
    fires: ['I21'],
    tables: ['quota'],
    plant: sql(`UPDATE quota SET ${set} ORDER BY revision DESC LIMIT 1`),
  })),
  {
    what: 'a quota that vanished, so that the one before counts',
    fires: ['I21'],
    tables: ['quota'],
    plant: sql('DELETE FROM quota ORDER BY revision DESC LIMIT 1'),
  },
  {
    what: 'a quota nobody set',
    fires: ['I21'],
    tables: ['quota'],
    async plant(owner) {
      await owner.run('CREATE TEMPORARY TABLE copied AS SELECT * FROM quota ORDER BY revision DESC LIMIT 1');
      await owner.run('UPDATE copied SET id = ?, revision = revision + 1, amount_minor = 1', [stranger]);
      await owner.run('INSERT INTO quota SELECT * FROM copied');
      await owner.run('DROP TEMPORARY TABLE copied');
    },
  },
  ...[
    ['of half the amount, reported so', 'amount_minor = 2, rate = 1, reporting_amount_minor = 2'],
    ['of the other side', `side = 'sales'`],
    ['of another category', `category = 'tools'`],
    ['at another rate, with an amount that fits', 'rate = 0, reporting_amount_minor = 0'],
    ['of a team', 'team_id = (SELECT id FROM team LIMIT 1)'],
  ].map(([what, set]): Plant => ({
    what: `an expense ${what}`,
    fires: ['I21'],
    tables: ['expense_line'],
    plant: sql(`UPDATE expense_line SET ${set}`),
  })),
  ...(
    [
      ['cost', 'open', 'cost_minor = 0'],
      ['cost, told before it moved', 'edited', 'cost_minor = 1'],
      ['account', 'open', `account_id = ${nobodys}`],
      ['account, after a merge', 'merged', `account_id = ${nobodys}`],
      ['cost, before a merge', 'merged', 'cost_minor = 7'],
      ['product', 'open', `product_id = ${nobodys}`],
      ['source', 'open', `source_id = ${nobodys}`],
      ['campaign', 'open', `campaign_id = ${nobodys}`],
      ['kind of business', 'open', `booking_type = 'renewal'`],
      ['forecast category', 'open', `forecast_category = 'omitted'`],
      ['owner in marketing', 'accepted', 'marketing_owner_id = NULL'],
      ['loss reason', 'lost', `loss_reason = 'timing'`],
    ] as const
  ).map(([what, of, set]): Plant => ({
    what: `another ${what}, past the application`,
    fires: ['I22'],
    tables: log,
    plant: onRecord(of, set),
  })),
  {
    what: 'an agenda that told another figure',
    fires: ['I23'],
    tables: ['agenda'],
    plant: sql(`UPDATE agenda SET figures = JSON_SET(figures, '$[0].attainment', '2') ORDER BY id LIMIT 1`),
  },
  {
    what: 'an agenda without a figure',
    fires: ['I23'],
    tables: ['agenda'],
    plant: sql(`UPDATE agenda SET figures = JSON_REMOVE(figures, '$[0]') ORDER BY id LIMIT 1`),
  },
  ...[
    ['of another kind', `kind = 'demo'`],
    ['of the other side', `side = 'sales'`],
    ['a day earlier', 'at = at - INTERVAL 1 DAY'],
    ['of nobody’s account', `account_id = ${nobodys}`],
    ['that went otherwise', `outcome = 'connected'`],
  ].map(([what, set]): Plant => ({
    what: `a touch ${what}`,
    fires: ['I21'],
    tables: ['touch'],
    plant: sql(`UPDATE touch SET ${set}`),
  })),
  ...[
    ['of another definition', `definition = 'created'`],
    ['from another day on', 'valid_from = valid_from + INTERVAL 9 DAY'],
    ['for another reason', `reason = 'nobody said so'`],
  ].map(([what, set]): Plant => ({
    what: `a chosen definition ${what}`,
    fires: ['I21'],
    tables: ['metric_choice'],
    plant: sql(`UPDATE metric_choice SET ${set}`),
  })),
  {
    what: 'a chosen definition that vanished',
    fires: ['I21'],
    tables: ['metric_choice'],
    plant: sql('DELETE FROM metric_choice'),
  },
  {
    what: 'a touch that vanished',
    fires: ['I21'],
    tables: ['touch'],
    plant: sql('DELETE FROM touch'),
  },
  ...[
    ['that was right afterwards', 'weighted_minor = weighted_minor + 1'],
    ['with a wider range', 'p90_minor = p90_minor + 100'],
    ['of another week', 'week_from = week_from - INTERVAL 70 DAY'],
    ['of another team', `scope_id = x'0199aaaa00007000a000000000000003'`],
    ['known for a year', 'recorded_at = recorded_at - INTERVAL 1 YEAR'],
  ].map(([what, set]): Plant => ({
    what: `a forecast ${what}`,
    fires: ['I24'],
    tables: ['forecast_snapshot'],
    plant: sql(`UPDATE forecast_snapshot SET ${set} ORDER BY id LIMIT 1`),
  })),
  {
    what: 'a forecast that vanished',
    fires: ['I24'],
    tables: ['forecast_snapshot'],
    plant: sql('DELETE FROM forecast_snapshot ORDER BY id LIMIT 1'),
  },
  {
    what: 'a forecast nobody made',
    fires: ['I24'],
    tables: ['forecast_snapshot'],
    async plant(owner) {
      await owner.run('CREATE TEMPORARY TABLE copied AS SELECT * FROM forecast_snapshot ORDER BY id LIMIT 1');
      await owner.run('UPDATE copied SET id = ?, scope_id = ?', [stranger, another]);
      await owner.run('INSERT INTO forecast_snapshot SELECT * FROM copied');
      await owner.run('DROP TEMPORARY TABLE copied');
    },
  },
  ...['team', 'month', 'person'].map((what): Plant => ({
    what: `revenue that only the sums of a ${what} have`,
    fires: ['I25-sums', 'I25-records'],
    tables: ['rollup_sales'],
    plant: sql(
      `UPDATE rollup_sales SET revenue_minor = revenue_minor + 1 WHERE ${{ team: 'slice_kind = 1', person: 'slice_kind = 2', month: `grain = 'month'` }[what]} LIMIT 1`,
    ),
  })),
  ...[
    ['rollup_entry', 'entered_count <> 0'],
    ['rollup_conversion', `reached <> ''`],
    ['rollup_stay', `stays <> ''`],
  ].map(([table = '', isSomething]): Plant => ({
    what: `sums without a row of ${table}`,
    fires: ['I25-sums', 'I25-records'],
    tables: [table],
    plant: sql(`DELETE FROM ${table} WHERE ${isSomething} LIMIT 1`),
  })),
  {
    what: 'a waterfall of a source that is not in that of the whole',
    fires: ['I25-sums', 'I25-records'],
    tables: ['rollup_waterfall'],
    plant: sql('UPDATE rollup_waterfall SET new_count = new_count + 1 WHERE slice_kind = 3 LIMIT 1'),
  },
  {
    what: 'a waterfall of a team that does not balance',
    fires: ['I25-sums', 'I25-records'],
    tables: ['rollup_waterfall'],
    plant: sql('UPDATE rollup_waterfall SET lost_minor = lost_minor - 1 WHERE slice_kind = 1 LIMIT 1'),
  },
  {
    what: 'an opportunity that was told to nobody who folds',
    fires: ['I25-sums', 'I25-records'],
    tables: ['fact_tail'],
    plant: sql('DELETE FROM fact_tail'),
  },
  {
    what: 'something folded of an opportunity that never was',
    fires: ['I25-sums'],
    tables: ['folded_opportunity'],
    plant: sql('INSERT INTO folded_opportunity (opportunity_id, seq) VALUES (?, 1)', [stranger]),
  },
  {
    what: 'sums that agree with each other and not with the records',
    fires: ['I25-records'],
    tables: ['rollup_sales'],
    plant: sql('UPDATE rollup_sales SET revenue_minor = 2 * revenue_minor, line_count = 2 * line_count'),
  },
  {
    what: 'an expense that vanished',
    fires: ['I21'],
    tables: ['expense_line'],
    plant: sql('DELETE FROM expense_line'),
  },
];

/** A refund of a share of the win in another currency. */
async function refund(owner: Owner, credit: Buffer, share: string): Promise<void> {
  await owner.run(`CREATE TEMPORARY TABLE copied AS SELECT * FROM booking WHERE ${theWin} AND credit_of_id IS NULL`);
  await owner.run(
    `UPDATE copied SET credit_of_id = id, move_id = NULL, booking_type = 'credit', rate = NULL, rate_date = NULL, reporting_amount_minor = NULL,
       reporting_cost_minor = NULL, amount_minor = -ROUND(amount_minor * ${share})`,
  );
  await owner.run('UPDATE copied SET id = ?', [credit]);
  await owner.run('INSERT INTO booking SELECT * FROM copied');
  await owner.run('DROP TEMPORARY TABLE copied');
}
