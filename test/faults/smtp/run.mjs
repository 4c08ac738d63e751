// `npm run faults -- smtp`: letters to a mail server that goes wrong in every way there is, workers killed meanwhile; afterwards
// what the server took is compared with what the database says.
import { setTimeout as pause } from 'node:timers/promises';
import { PlainError } from '../../../tools/plain-error.mjs';
import { runTandem } from '../harness/apps.mjs';
import { openRunFolder } from '../harness/folder.mjs';
import { randomFrom } from '../harness/random.mjs';
import { askDatabase, openServices } from '../harness/services.mjs';
import { callMeetings, endMeetings, invitePeople, lettersOf } from './attendees.mjs';
import { makeCertificates } from './certificates.mjs';
import { judgeLetters } from './judge.mjs';
import { modes } from './modes.mjs';
import { printModes } from './report.mjs';
import { openSink } from './sink.mjs';
import { killNowAndThen, startWorkers } from './workers.mjs';

const conversationSeconds = 4;
const pollMs = 500;

export const smtpOptions = {
  DELIVERIES: 'smtp: letters in each mode (60)',
  MODES: 'smtp: only these modes, parted by commas',
  KILLS: 'smtp: workers killed in each mode (2)',
};

/** `{ close, play }`: close ends everything that was started. */
export function openSmtpRun(say, environment = process.env) {
  const settings = read(environment);
  const undo = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse())
      await Promise.resolve(step()).catch((error) => say(`could not be tidied up: ${error.message}`));
  };
  return { close, play: () => play(settings, undo, say) };
}

async function play(settings, undo, say) {
  const house = await furnish(settings, undo, say);
  say(`seed ${settings.seed}: ${settings.deliveries} letters in each of ${settings.modes.length} modes`);
  const seen = [];
  for (const mode of settings.modes) seen.push(await tryMode(house, mode, say));
  const ok = printModes(seen, settings);
  if (!ok) say(`journal and logs are kept in ${house.folder.keepEvidence(`smtp-${settings.seed}`)}`);
  return ok ? 0 : 1;
}

async function furnish(settings, undo, say) {
  const folder = openRunFolder();
  undo.push(() => folder.remove());
  say('starting MariaDB and Redis, loading the demo company');
  const services = await openServices(folder, { say });
  for (const part of [services.database, services.redis]) {
    undo.push(() => part.kill());
    await part.up();
  }
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    DATABASE_URL: services.databaseUrl,
    DATABASE_OWNER_URL: '',
    REDIS_URL: `unix://${services.redisSocket}`,
    LOG_LEVEL: 'warn',
    MAIL_TRANSPORT: 'smtp',
    MAIL_FROM: 'Tandem <tandem@sink.example>',
    MAIL_CONCURRENCY: '32',
    MAIL_SWEEP_SECONDS: '1',
    MAIL_CONVERSATION_SECONDS: String(conversationSeconds),
    MAIL_UNCERTAIN_REST_SECONDS: '1',
    MAIL_RETRY_SECONDS: Array.from({ length: 20 }, (_, place) => Math.min(10, 1 + Math.floor(place / 2))).join(','),
  };
  const ownerEnv = { ...env, DATABASE_OWNER_URL: services.ownerUrl, MAIL_TRANSPORT: 'outbox' };
  for (const words of [['migrate'], ['seed', 'demo']]) {
    const { code, output } = await runTandem(words, { folder, env: ownerEnv });
    if (code !== 0) throw new PlainError(`tandem ${words.join(' ')} ended with ${code}:\n${output.trim()}`);
  }
  const ask = (sql, parameters) => askDatabase(services.ownerUrl, sql, parameters);
  await ask('UPDATE meeting_series SET active = FALSE');
  const people = await invitePeople({ ask }, settings.deliveries);
  const certificates = settings.modes.some(({ tls }) => tls) ? makeCertificates(folder.root) : null;
  return { settings, folder, env, ask, people, certificates, undo, random: randomFrom(settings.seed) };
}

async function tryMode(house, mode, say) {
  const { people, folder, certificates } = house;
  const began = performance.now();
  const secure = mode.tls ? certificates.untrusted : null;
  const sink = await openSink({ file: folder.journal, conversationMs: conversationSeconds * 1_000, secure });
  house.undo.push(() => sink.close());
  sink.begin(mode.name, people.length);
  if (mode.name === 'refuse') await sink.shut();
  await callMeetings(house, mode.name, people);
  const workers = await startWorkers(house, mode, sink, say);
  const struck = new Set();
  const killing = killNowAndThen(house, mode, workers, struck);
  if (mode.name === 'refuse' || mode.tls) {
    await untilEveryoneWasTried(house, mode);
    if (mode.tls) sink.swap(certificates.trusted);
    else await sink.open();
  }
  const isOver = await untilOver(house, mode);
  const kills = await killing.stop();
  await Promise.all(workers.map((worker) => worker.kill()));
  const deaths = kills + workers.reduce((sum, worker) => sum + worker.ends, 0);
  const verdict = judgeLetters({
    mode,
    letters: await lettersOf(house, mode.name),
    taken: sink.taken.filter((each) => each.mode === mode.name),
    expected: people.length,
    attendees: new Set(people.map(({ to }) => to)),
    struck,
  });
  await endMeetings(house, mode.name);
  await sink.close();
  const seconds = (performance.now() - began) / 1_000;
  const wrong = Object.entries(verdict.faults).filter(([, count]) => count > 0);
  say(
    `${mode.name}: ${seconds.toFixed(0)} s${isOver ? '' : ', not over in time'}${wrong.length > 0 ? `, WRONG: ${JSON.stringify(wrong)}` : ''}`,
  );
  return { mode, seconds, deaths, ...verdict };
}

const open = `SUM(d.state IN ('pending', 'claimed', 'sending', 'retry') OR (d.state = 'uncertain' AND NOT d.maybe_duplicate))`;

async function untilOver(house, mode) {
  const patience = performance.now() + 60_000 + house.people.length * 200;
  while (performance.now() < patience) {
    const [row] = await ask(house, mode, `COUNT(*) AS letters, ${open} AS open`);
    if (Number(row.letters) >= house.people.length && Number(row.open) === 0) return true;
    await pause(pollMs);
  }
  return false;
}

async function untilEveryoneWasTried(house, mode) {
  const patience = performance.now() + 60_000 + house.people.length * 50;
  while (performance.now() < patience) {
    const [row] = await ask(house, mode, 'COALESCE(SUM(d.attempts > 0), 0) AS tried');
    if (Number(row.tried) >= house.people.length) return;
    await pause(pollMs);
  }
}

const ask = (house, mode, what) =>
  house.ask(
    `SELECT ${what} FROM delivery d JOIN agenda a ON a.id = d.subject_id JOIN meeting_series s ON s.id = a.series_id
     WHERE s.name = ?`,
    [mode.name],
  );

function read(environment) {
  const number = (name, otherwise) => {
    const given = environment[name];
    if (given === undefined || given === '') return otherwise;
    if (!/^\d{1,6}$/.test(given)) throw new PlainError(`${name} is "${given}": give a whole number.`, 2);
    return Number(given);
  };
  const deliveries = number('DELIVERIES', 60);
  const wanted = environment.MODES?.split(',').map((name) => name.trim());
  const unknown = wanted?.filter((name) => !modes.some((mode) => mode.name === name)) ?? [];
  if (unknown.length > 0)
    throw new PlainError(`There is no mode ${unknown.join(', ')}: ${modes.map(({ name }) => name).join(', ')}.`, 2);
  return {
    deliveries,
    kills: number('KILLS', 2),
    seed: number('SEED', 1),
    modes: wanted ? modes.filter(({ name }) => wanted.includes(name)) : modes,
    // About fifty deaths, however many letters there are.
    failChance: Math.min(0.5, 50 / deliveries).toFixed(4),
  };
}
