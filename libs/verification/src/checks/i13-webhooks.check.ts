import { fromJson } from '@tandem/database';
import { everyEvent, pingEvent, webhookEvents } from '@tandem/webhooks';
import { mostExamples, type Check, type Example, type Question } from '../check';
import { webhookRows } from '../rows/table.rows';
import { follows, instantSql, minutesBefore } from '../sql-words';

/** Two relays at once: one may still be handing on what it took before the endpoint was there. */
const relayMinutes = 1;
/** Events and what was sent of them are forgotten after thirty days; a day less, because nobody forgets to the minute. */
const keptMinutes = 29 * 1_440;

interface Endpoint {
  readonly id: string;
  readonly events: unknown;
  /** Up to when what was changed about it last had been handed on itself; null when nobody is told to have made it. */
  readonly since: Date | null;
}

/**
 * When a change had been handed on by a worker, and so by the database's clock: the line itself bears the time of whichever
 * computer wrote it. As long as it waits nothing can be judged; a change whose event is forgotten lies before all that is judged.
 */
const handedOnAt = (now: Date): string =>
  `IF(v.state = 'pending', CAST(${instantSql(now)} AS DATETIME(3)), COALESCE(v.relayed_at, a.at))`;

/** Every event handed on since an endpoint is as it is, and that it wants, is on its way to it or was. */
const eachIsSent: Question = async (ask, { now }) => {
  const endpoints = await ask<Endpoint>(
    `SELECT LOWER(HEX(e.id)) AS id, e.events, (SELECT MAX(${handedOnAt(now)}) FROM audit_line a LEFT JOIN outbox_event v ON v.id = a.id
       WHERE a.object_kind = 'webhook_endpoint' AND a.object_id = e.id) AS since FROM webhook_endpoint e WHERE e.state = 'enabled'`,
  );
  const found = { looked: 0, violations: 0, examples: [] as Example[] };
  for (const { id, events, since } of endpoints) {
    const wished = fromJson(events) as readonly string[];
    const topics = wished.includes(everyEvent)
      ? webhookEvents
      : webhookEvents.filter((topic) => wished.includes(topic));
    if (topics.length === 0 || since === null) continue;
    const handedOn = `FROM outbox_event v WHERE v.state = 'relayed' AND v.topic IN (?)
      AND v.relayed_at > ${instantSql(minutesBefore(since, -relayMinutes))} AND v.relayed_at > ${instantSql(minutesBefore(now, keptMinutes))}`;
    const isMissing = `NOT EXISTS (SELECT 1 FROM webhook_delivery w WHERE w.event_id = v.id AND w.endpoint_id = x'${id}')`;
    const [counted] = await ask<{ looked: string; missing: string }>(
      `SELECT COUNT(*) AS looked, COALESCE(SUM(missing), 0) AS missing FROM (SELECT ${isMissing} AS missing ${handedOn}) judged`,
      [topics],
    );
    found.looked += Number(counted?.looked ?? 0);
    found.violations += Number(counted?.missing ?? 0);
    if (Number(counted?.missing ?? 0) > 0)
      found.examples.push(
        ...(await ask<Example>(
          `SELECT v.id AS eventId, v.topic, '${id}' AS endpointId ${handedOn} AND ${isMissing} LIMIT ${mostExamples}`,
          [topics],
        )),
      );
  }
  return { ...found, examples: found.examples.slice(0, mostExamples) };
};

const tried = (outcomes: string): string =>
  `EXISTS (SELECT 1 FROM webhook_attempt t WHERE t.event_id = w.event_id AND t.endpoint_id = w.endpoint_id AND t.outcome ${outcomes})`;
const offered = webhookEvents.map((topic) => `'${topic}'`).join(', ');

/** Endpoints get every event they want, nothing that never happened, and `delivered` is said of what was answered with 2xx. */
export const webhooks = {
  id: 'I13',
  questions: [eachIsSent],
  rules: [
    {
      of: webhookRows,
      holds: [
        `(w.topic = '${pingEvent}' OR (w.topic IN (${offered}) AND EXISTS (SELECT 1 FROM audit_line a WHERE a.id = w.event_id AND a.action = w.topic)))`,
        follows(
          `w.state = 'delivered'`,
          `w.attempts >= 1 AND w.last_status BETWEEN 200 AND 299 AND ${tried(`= 'delivered'`)}`,
        ),
        follows(`w.state = 'failed'`, `w.attempts >= 1 AND ${tried(`<> 'delivered'`)}`),
      ].join(' AND '),
    },
  ],
} as const satisfies Check;
