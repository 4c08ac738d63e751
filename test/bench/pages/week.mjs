// What pages need beside the records: a meeting with its agenda, and somebody of each role who may open them.
import { series } from '../records/company.mjs';
import { idOf } from '../records/ids.mjs';
import { mondayOf, plusDays, weekOf } from '../figures/calendar.mjs';
import { runCommand } from '../../../tools/product/command.mjs';

const officer = { email: 'bench@example.com', password: 'a bench is for sitting' };
const seriesKey = 'bench';
/** Of those in the records; they sign in with the password of the officer. */
const borrowed = { rep: 1, administrator: 2 };

/** Cookies by role, and the ids that stand in addresses. */
export async function arrangeWeek({ address, cookie, ask, connect, environment }) {
  const connection = await connect();
  for (const [role, number] of Object.entries(borrowed)) await letIn(connection, role, number);
  await holdSeries(connection);
  await connection.end();
  // That of this week may be over, and then nobody is mailed.
  const nextWeek = weekOf(plusDays(mondayOf(new Date().toISOString().slice(0, 10)), 7));
  await runCommand(['agenda', '--series', seriesKey, '--week', nextWeek], { env: environment });
  const cookies = { officer: cookie };
  for (const role of Object.keys(borrowed)) cookies[role] = await signIn(address, `${role}@example.com`);
  const first = async (place) => (await ask('GET', place)).body.items[0].id;
  return {
    cookies,
    ids: {
      opportunityId: await first('/opportunities?outcome=open&limit=1'),
      agendaId: await first('/agendas?limit=1'),
    },
  };
}

async function letIn(connection, role, number) {
  const email = `${role}@example.com`;
  await connection.query(
    `UPDATE person p JOIN person b ON b.email = ? SET p.email = ?, p.email_norm = ?, p.password_hash = b.password_hash, p.role = ?
     WHERE p.id = ?`,
    [officer.email, email, email, role, idOf(series.person, number)],
  );
}

async function holdSeries(connection) {
  const id = idOf(series.meeting, 1);
  const [[{ chair }]] = await connection.query('SELECT id AS chair FROM person WHERE email = ?', [officer.email]);
  await connection.query(
    `INSERT IGNORE INTO meeting_series SET id = ?, series_key = ?, name = 'Joint meeting', name_zh = '業務行銷週會', zone = 'Asia/Taipei', weekday = 1,
       starts_at = '09:30', minutes = 30, every_weeks = 1, first_date = '2023-01-02', agenda_lead_minutes = 20160, chair_id = ?, active = TRUE,
       resend_uncertain = FALSE, version = 1`,
    [id, seriesKey, chair],
  );
  await connection.query('INSERT IGNORE INTO meeting_member (series_id, person_id) VALUES (?, ?), (?, ?)', [
    id,
    idOf(series.person, 1),
    id,
    idOf(series.person, 2),
  ]);
}

async function signIn(address, email) {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...officer, email }),
  });
  if (answer.status !== 201) throw new Error(`${email} cannot sign in (${answer.status}): ${await answer.text()}`);
  return answer.headers.getSetCookie()[0].split(';')[0];
}
