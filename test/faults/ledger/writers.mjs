// Many people at once, each changing opportunities of their own, until they are told to stop.
import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom } from '../harness/random.mjs';
import { nextChange } from './deeds.mjs';

const restMs = 100;

const isDone = ({ status }) => status >= 200 && status < 300;
/** What a person may be told: it is not so any more, it cannot be done, come again. */
const isRefusal = ({ status }) => [400, 404, 408, 409, 412, 422, 428, 503].includes(status);

/** With a longer tail figures are counted from the records, and there is nothing to compare. */
const longestTail = 1_500;

export function startWriters(house, client, { desk, fleet, seed, clients, journal, tail }) {
  const [door] = house.doors;
  const counts = { rests: 0, done: 0, refused: 0, lost: 0, kinds: {}, wrong: [] };
  const began = performance.now();
  let isOn = true;
  const working = Promise.all(Array.from({ length: clients }, (_, number) => write(number)));

  async function write(number) {
    const random = randomFrom(seed * 1_000 + number);
    const own = fleet.filter((_each, place) => place % clients === number);
    for (let serial = 1; isOn; serial++) {
      await rest();
      const opportunity = own[Math.floor(random() * own.length)];
      const change = nextChange(opportunity, desk, { random, now: Date.now() });
      const key = `${seed}-${number}-${serial}`;
      const answer = await ask(change.method, opportunity, change, {
        'idempotency-key': key,
        'if-match': `"v${opportunity.version}"`,
      });
      journal.write({ key, id: opportunity.id, does: change.does, status: answer.status ?? answer.lost });
      count(change, answer);
      if (isDone(answer) && change.at) opportunity.at = change.at;
      if (isDone(answer) && answer.body?.id === opportunity.id) learn(opportunity, answer.body);
      else await look(opportunity);
    }
  }

  /** On a machine where folding has less time than writing everybody waits for it now and then. */
  async function rest() {
    for (; isOn && tail.length > longestTail; counts.rests++) await pause(restMs);
  }

  function ask(method, { id }, { path = '', body } = {}, headers = {}) {
    const url = `${door}/api/v1/opportunities/${id}${path}`;
    return client.ask(method, url, { headers: { cookie: desk.cookie, ...headers }, body });
  }

  function count({ does }, answer) {
    if (answer.lost) counts.lost += 1;
    else if (isDone(answer)) {
      counts.done += 1;
      counts.kinds[does] = (counts.kinds[does] ?? 0) + 1;
    } else if (isRefusal(answer)) counts.refused += 1;
    else counts.wrong.push(`${does}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  /** Somebody who was refused looks how it stands now. */
  async function look(opportunity) {
    const answer = await ask('GET', opportunity);
    if (isDone(answer)) learn(opportunity, answer.body);
    else await pause(100);
  }

  return {
    counts,
    /** Lets everybody finish what they are at; says for how many seconds they wrote. */
    async stop() {
      isOn = false;
      await working;
      return (performance.now() - began) / 1_000;
    },
  };
}

function learn(opportunity, { version, stageId, outcome }) {
  // Edits are versions without a row of the log, so this is at least as many as there are: whoever names one too many is refused.
  const rows = version > opportunity.version ? opportunity.rows + 1 : opportunity.rows;
  Object.assign(opportunity, { version, stageId, outcome, rows });
}
