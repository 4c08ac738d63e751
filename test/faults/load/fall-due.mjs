// Meetings whose agendas fall due in the middle of the faults, so that a missed one would be seen.
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const membersOfEach = 3;
const leadMinutes = 60;
const minuteMs = 60_000;

/** Spreads `count` new series over the first half of a run; the agenda of each is due the minute it appears. */
export async function letAgendasFallDue(house, count, progress) {
  const people = await house.ask('SELECT id FROM person WHERE active AND email IS NOT NULL ORDER BY id LIMIT 20');
  for (let number = 0; number < count; number++) {
    while (progress() < (0.5 * (number + 0.5)) / count) await pause(100);
    const members = people.slice(number % 10, (number % 10) + membersOfEach).map(({ id }) => id);
    await addWhenItCan(house, { number, members });
  }
}

/** The database may just be down. */
async function addWhenItCan(house, series) {
  const id = randomBytes(16);
  for (;;) {
    try {
      return await add(house, id, series);
    } catch (error) {
      // Below zero the system speaks: nobody listens. Above it the server does: 1053 is "I am going down".
      if (error.errno > 0 && error.errno !== 1053) throw error;
      await pause(250);
    }
  }
}

async function add(house, id, { number, members }) {
  const start = new Date(Math.floor(Date.now() / minuteMs) * minuteMs + leadMinutes * minuteMs);
  const [date, time] = start.toISOString().split('T');
  const weekday = start.getUTCDay() || 7;
  await house.ask(
    `INSERT IGNORE INTO meeting_series (id, series_key, name, zone, weekday, starts_at, minutes, every_weeks, first_date,
       agenda_lead_minutes, chair_id, active, resend_uncertain, version)
     VALUES (?, ?, ?, 'UTC', ?, ?, 30, 1, ?, ?, ?, TRUE, TRUE, 1)`,
    [id, `fault-${number}`, `Fault ${number}`, weekday, time.slice(0, 5), date, leadMinutes, members[0]],
  );
  await house.ask('INSERT IGNORE INTO meeting_member (series_id, person_id) VALUES ?', [
    members.map((one) => [id, one]),
  ]);
}
