// Meetings whose agendas are due at once, so that the planner itself writes the letters: one for each attendee.
import { randomBytes } from 'node:crypto';

const leadMinutes = 60;
const minuteMs = 60_000;

/** People of the runs alone: `p0@sink.example` and so on. */
export async function invitePeople(house, count) {
  const people = Array.from({ length: count }, (_, number) => ({ id: randomBytes(16), to: `p${number}@sink.example` }));
  const rows = people.map(({ id, to }, number) => [id, `Attendee ${number}`, to, Buffer.from(to)]);
  await house.ask(
    `INSERT INTO person (id, name, email, email_norm, side, role, locale, active, created_at, version)
     VALUES ${rows.map(() => `(?, ?, ?, ?, 'sales', 'rep', 'en', TRUE, NOW(3), 1)`).join(', ')}`,
    rows.flat(),
  );
  return people;
}

/** One new series for every hundred people; the first of each is in the chair. */
export async function callMeetings(house, mode, people, size = 100) {
  const start = new Date(Math.floor(Date.now() / minuteMs) * minuteMs + (leadMinutes - 1) * minuteMs);
  const [date, time] = start.toISOString().split('T');
  for (let first = 0; first < people.length; first += size) {
    const members = people.slice(first, first + size);
    const id = randomBytes(16);
    await house.ask(
      `INSERT INTO meeting_series (id, series_key, name, zone, weekday, starts_at, minutes, every_weeks, first_date,
         agenda_lead_minutes, chair_id, active, resend_uncertain, version)
       VALUES (?, ?, ?, 'UTC', ?, ?, 30, 1, ?, ?, ?, TRUE, TRUE, 1)`,
      [id, keyOf(mode, first / size), mode, start.getUTCDay() || 7, time.slice(0, 5), date, leadMinutes, members[0].id],
    );
    await house.ask('INSERT INTO meeting_member (series_id, person_id) VALUES ?', [members.map((one) => [id, one.id])]);
  }
}

/** The letters of a mode as the product tells of them. */
export async function lettersOf(house, mode) {
  const rows = await house.ask(
    `SELECT d.message_id AS messageId, d.to_address AS \`to\`, d.state, d.maybe_duplicate AS flagged, d.attempts
     FROM delivery d JOIN agenda a ON a.id = d.subject_id JOIN meeting_series s ON s.id = a.series_id WHERE s.name = ?`,
    [mode],
  );
  return rows.map(({ flagged, ...row }) => ({ ...row, maybeDuplicate: Number(flagged) === 1 }));
}

export const endMeetings = (house, mode) =>
  house.ask('UPDATE meeting_series SET active = FALSE WHERE name = ?', [mode]);

const keyOf = (mode, number) => `${mode}-${number}`;
