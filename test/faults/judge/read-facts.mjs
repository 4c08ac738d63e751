// What the judges look at, read from the database beside the product and from the clients' journal.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const atOnce = 50;

export async function readJournal(file) {
  const lines = [];
  for await (const line of createInterface({ input: createReadStream(file) })) if (line) lines.push(JSON.parse(line));
  return lines;
}

/** The log and the rows of some opportunities. */
export async function readMoves(house, ids) {
  const log = [];
  const rows = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = [ids.slice(from, from + atOnce).map((id) => Buffer.from(id.replaceAll('-', ''), 'hex'))];
    log.push(
      ...(await house.ask(
        `SELECT LOWER(HEX(opportunity_id)) AS id, version, seq, LOWER(HEX(stage_to_id)) AS stage, recorded_at AS recordedAt
         FROM opportunity_move WHERE opportunity_id IN (?)`,
        some,
      )),
    );
    rows.push(
      ...(await house.ask(
        `SELECT LOWER(HEX(id)) AS id, version, last_seq AS lastSeq, LOWER(HEX(stage_id)) AS stage
         FROM opportunity WHERE id IN (?)`,
        some,
      )),
    );
  }
  return { log, rows };
}

/** Every series that meets, the agendas written since a moment, and every letter. */
export async function readMeetings(house, since) {
  const series = await house.ask(
    `SELECT s.series_key AS \`key\`, COUNT(p.id) AS members FROM meeting_series s
     LEFT JOIN meeting_member m ON m.series_id = s.id
     LEFT JOIN person p ON p.id = m.person_id AND p.active AND p.email IS NOT NULL
     WHERE s.active GROUP BY s.id, s.series_key`,
  );
  const agendas = await house.ask(
    `SELECT s.series_key AS \`key\`, a.meeting_date AS date,
       (SELECT COUNT(*) FROM delivery d WHERE d.kind = 'agenda' AND d.subject_id = a.id) AS letters
     FROM agenda a JOIN meeting_series s ON s.id = a.series_id WHERE a.composed_at >= ?`,
    [since],
  );
  const letters = await house.ask(
    `SELECT message_id AS messageId, state, maybe_duplicate AS maybeDuplicate FROM delivery WHERE created_at >= ?`,
    [since],
  );
  return { series, agendas, letters };
}

/** A relay that was under way when the endpoint was added did not see it, and ends within this. */
const relayMs = 5_000;

/** Every event of some topics, and whether it was handed on when somebody had asked for it. */
export async function readEvents(house, topics, subscribedAt) {
  const rows = await house.ask(
    'SELECT LOWER(HEX(id)) AS id, topic, relayed_at > ? AS isWanted FROM outbox_event WHERE topic IN (?)',
    [new Date(subscribedAt.getTime() + relayMs), topics],
  );
  return rows.map((row) => ({ ...row, isWanted: row.isWanted === 1 }));
}

/** The first and the last time of each kind that workers wrote down, and what time the database has. */
export async function readStamps(house) {
  const stamps = await house.ask(
    `SELECT what, MIN(at) AS first, MAX(at) AS last FROM (
       SELECT 'events handed on' AS what, relayed_at AS at FROM outbox_event WHERE state = 'relayed'
       UNION ALL SELECT 'tries of webhooks', at FROM webhook_attempt
       UNION ALL SELECT 'signs of life', beat_at FROM worker_heartbeat
       UNION ALL SELECT 'agendas', a.composed_at FROM agenda a
         JOIN meeting_series s ON s.id = a.series_id WHERE s.series_key LIKE 'fault-%') stamps
     GROUP BY what`,
  );
  const [{ until }] = await house.ask('SELECT UTC_TIMESTAMP(3) AS until');
  return { stamps, until };
}
