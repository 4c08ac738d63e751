// Asks one question many times, each time about something else, and holds the answers of all against each other.
import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { summarise } from './statistics.mjs';

/** Of the product: so many times, or as long as there is time; the first answers warm it up and do not count where others follow. */
const most = 100;
const least = 2;
const warming = 2;
/** Others are asked the first of these again. */
const mostOfOthers = 12;
/** Who is turned away because there is too much to do comes back later. */
const restMs = 250;

/**
 * `{ served, refused, ours, theirs }`: `served` is false where there is no such route yet, `refused` counts answers that were
 * none, `theirs` are the times of each peer by name. Throws when somebody answers the same question with other numbers.
 */
export async function askQuestion(question, { world, ask, peers, seconds }) {
  const { key, name, answer } = question;
  const { asked, ...ours } = await askProduct(question, { world, ask, seconds });
  const theirs = {};
  for (const peer of answer ? peers : []) theirs[peer.name] = await askPeer(peer, question, { asked, seconds });
  return { key, name, ...ours, theirs };
}

async function askProduct(question, { world, ask, seconds }) {
  const asked = [];
  const times = [];
  const refused = {};
  const until = performance.now() + seconds * 1_000;
  for (let round = 0; round < most + warming && (round < least || performance.now() < until); round++) {
    const parameters = question.draw(world);
    const since = performance.now();
    const { status, body, lost } = await ask('GET', question.path(parameters));
    const spent = performance.now() - since;
    asked.push({ parameters, body: status === 200 ? body : null });
    if (status === 200) times.push(spent);
    if (status !== 200) refused[lost ?? status] = (refused[lost ?? status] ?? 0) + 1;
    if (status === 503) await pause(restMs);
  }
  const served = !refused[404];
  // What was answered comes first, because it can be compared.
  const answered = [...asked.filter(({ body }) => body), ...asked.filter(({ body }) => !body)];
  return {
    served,
    refused,
    ours: summarise(times.slice(Math.min(warming, times.length - 1))),
    asked: answered.slice(0, mostOfOthers),
  };
}

/**
 * The first time warms it up. What the product did not answer is compared with what the first peer said. Who is still at it after the longest
 * time that is waited for is asked no more: `isCutOff`.
 */
async function askPeer(peer, { key, answer }, { asked, seconds }) {
  const times = [];
  const until = performance.now() + seconds * 1_000;
  for (const [round, each] of [asked[0], ...asked].entries()) {
    if (round > 1 && performance.now() > until) break;
    const given = answer.given(each.parameters, each.body);
    const sql = peer.isByHand ? answer.inMariadb(given) : answer.inSql(given, peer);
    const since = performance.now();
    const rows = await peer.ask(sql);
    if (rows === null) return { ...summarise(times), isCutOff: true };
    if (round > 0) times.push(performance.now() - since);
    const said = answer.readRow(rows, given);
    each.expected ??= answer.read && each.body ? answer.read(each.body) : said;
    assert.deepEqual(said, each.expected, `${peer.name} answers question (${key}) with other numbers`);
  }
  return { ...summarise(times), isCutOff: false };
}
