import { questionCheck, mostExamples, type Example, type Question } from '../check';
import { instantSql, minutesBefore } from '../sql-words';

/** Nothing that is due waits longer than this while a worker lives. */
const patienceMinutes = 5;
/** Where letters go out one after the other, this long. */
const queueMinutes = 60;

const events: Question = async (ask, { now, isWorkerHealthy }) => {
  const [all] = await ask<{ looked: string }>(`SELECT COUNT(*) AS looked FROM outbox_event WHERE state = 'pending'`);
  const late = `state = 'pending' AND available_at < ${instantSql(minutesBefore(now, patienceMinutes))}`;
  return overdue(ask, Number(all?.looked ?? 0), isWorkerHealthy, {
    table: 'outbox_event',
    late,
    named: 'id AS eventId, topic',
  });
};

const letters: Question = async (ask, { now, isWorkerHealthy }) => {
  const since = instantSql(minutesBefore(now, patienceMinutes));
  const wait = `((bounced_at IS NULL AND (state IN ('pending', 'retry') OR (state = 'uncertain' AND maybe_duplicate = FALSE)) AND available_at < %)
    OR (state IN ('claimed', 'sending') AND lease_until < %))`;
  const [all] = await ask<{ looked: string; moving: string }>(
    `SELECT COUNT(*) AS looked, COALESCE(SUM(sent_at > ${since} OR (state IN ('claimed', 'sending') AND lease_until > NOW(3))), 0) AS moving
     FROM delivery WHERE state IN ('pending', 'retry', 'uncertain', 'claimed', 'sending') OR sent_at > ${since}`,
  );
  // A mail server takes one letter after the other: as long as it does, a long queue is no fault for an hour.
  const patience = Number(all?.moving ?? 0) > 0 ? queueMinutes : patienceMinutes;
  const late = wait.replaceAll('%', instantSql(minutesBefore(now, patience)));
  return overdue(ask, Number(all?.looked ?? 0), isWorkerHealthy, {
    table: 'delivery',
    late,
    named: 'id AS deliveryId, state',
  });
};

/** An endpoint that does not answer makes its own events wait; somebody has to be trying, though. */
const webhooks: Question = async (ask, { now, isWorkerHealthy }) => {
  const since = instantSql(minutesBefore(now, patienceMinutes));
  const isTried = `endpoint_id IN (SELECT t.endpoint_id FROM webhook_attempt t WHERE t.at > ${since})`;
  const isEnabled = `EXISTS (SELECT 1 FROM webhook_endpoint e WHERE e.id = webhook_delivery.endpoint_id AND e.state = 'enabled')`;
  const late = `((state = 'pending' AND available_at < ${since}) OR (state = 'sending' AND lease_until < ${since})) AND ${isEnabled} AND NOT ${isTried}`;
  const [all] = await ask<{ looked: string }>(
    `SELECT COUNT(*) AS looked FROM webhook_delivery WHERE state IN ('pending', 'sending')`,
  );
  return overdue(ask, Number(all?.looked ?? 0), isWorkerHealthy, {
    table: 'webhook_delivery',
    late,
    named: 'event_id AS eventId, endpoint_id AS endpointId',
  });
};

/** An offer runs out when the days of its contract are over; the worker ends some hundred a minute. */
const offers: Question = async (ask, { now, isWorkerHealthy }) => {
  const since = instantSql(minutesBefore(now, patienceMinutes));
  const [all] = await ask<{ looked: string; ended: string }>(
    `SELECT COALESCE(SUM(state = 'offered'), 0) AS looked, COALESCE(SUM(state = 'expired'), 0) AS ended FROM hand_off
     WHERE state = 'offered' OR (state = 'expired' AND answered_at > ${since})`,
  );
  const patience = Number(all?.ended ?? 0) > 0 ? queueMinutes : patienceMinutes;
  const late = `h.state = 'offered' AND h.offered_at + INTERVAL c.expiry_days DAY < ${instantSql(minutesBefore(now, patience))}`;
  return overdue(ask, Number(all?.looked ?? 0), isWorkerHealthy, {
    table: 'hand_off h JOIN hand_off_contract c ON c.id = h.contract_id',
    late,
    named: 'h.id AS handOffId, h.opportunity_id AS opportunityId',
  });
};

/** Imports are done one after the other: one waits for as long as somebody is at another, and is taken soon after that ended. */
const imports: Question = async (ask, { now, isWorkerHealthy }) => {
  const since = instantSql(minutesBefore(now, patienceMinutes));
  const isFree = `NOT EXISTS (SELECT 1 FROM import_run w WHERE (w.state = 'running' AND w.lease_until >= ${since}) OR w.finished_at >= ${since})`;
  const [all] = await ask<{ looked: string }>(
    `SELECT COUNT(*) AS looked FROM import_run WHERE state IN ('waiting', 'running')`,
  );
  return overdue(ask, Number(all?.looked ?? 0), isWorkerHealthy, {
    table: 'import_run i',
    late: `((i.state = 'waiting' AND i.started_at < ${since}) OR (i.state = 'running' AND i.lease_until < ${since})) AND ${isFree}`,
    named: 'i.id AS importId, i.state',
  });
};

interface Waiting {
  readonly table: string;
  readonly late: string;
  readonly named: string;
}

async function overdue(
  ask: Parameters<Question>[0],
  looked: number,
  isWorkerHealthy: boolean,
  { table, late, named }: Waiting,
) {
  // Without a worker everything waits, and the doctor says why.
  if (!isWorkerHealthy) return { looked, violations: 0, examples: [] };
  const [counted] = await ask<{ violations: string }>(`SELECT COUNT(*) AS violations FROM ${table} WHERE ${late}`);
  const violations = Number(counted?.violations ?? 0);
  const examples =
    violations === 0 ? [] : await ask<Example>(`SELECT ${named} FROM ${table} WHERE ${late} LIMIT ${mostExamples}`);
  return { looked, violations, examples };
}

/** While a worker lives, no event, letter, webhook, expired offer or import that is due is left lying. */
export const nothingWaits = questionCheck('I7', events, letters, webhooks, offers, imports);
