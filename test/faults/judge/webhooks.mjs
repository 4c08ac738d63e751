// What outsiders were told: each change somebody was promised, each event that wants telling, at least once; signed, and always in
// the same words.

const mostExamples = 5;

/**
 * `journal`: the clients' lines; `events`: `{ id, topic, isWanted }`, every event of the topics told, and whether it was handed on after
 * somebody asked for it; `deliveries`: the receiver's lines. Ids of events are lower-case hex. Gives counts that must be 0, with examples.
 */
export function judgeWebhooks({ topics, journal, events, deliveries }) {
  const told = deliveries.map((each) => ({ ...each, id: plain(each.id), ...readBody(each.body) }));
  const taken = told.filter(({ isTaken }) => isTaken);
  const takenIds = new Set(taken.map(({ id }) => id));
  const takenNews = new Set(taken.map(({ news }) => news));
  const topicOf = new Map(events.map(({ id, topic }) => [id, topic]));
  const promises = promisesOf(journal).filter(({ topic }) => topics.includes(topic));
  const wanted = events.filter(({ isWanted }) => isWanted);
  const faults = {
    untold: promises
      .filter((promise) => !takenNews.has(newsOf(promise.topic, promise)))
      .map(({ key, topic }) => `nobody was told of ${key}, an acknowledged ${topic}`),
    undelivered: wanted.filter(({ id }) => !takenIds.has(id)).map(({ id, topic }) => `${topic} ${id} never came`),
    unknown: told
      .filter(({ id, type }) => !type || topicOf.get(id) !== type)
      .map(({ id, type }) => `${type ?? 'something unreadable'} ${id} came, and there is no such event`),
    forged: told.filter(({ isGenuine }) => !isGenuine).map(({ id }) => `${id} came without a right signature`),
    changed: differing(told, 'id', 'body').map((id) => `${id} came with different bodies`),
    twofold: differing(told, 'news', 'id').map((news) => `${news} came under different ids`),
  };
  return {
    promised: promises.length,
    wanted: wanted.length,
    deliveries: told.length,
    repeated: taken.length - takenIds.size,
    ...Object.fromEntries(Object.entries(faults).map(([kind, sentences]) => [kind, sentences.length])),
    examples: Object.values(faults).flatMap((sentences) => sentences.slice(0, mostExamples)),
  };
}

/** Changes that were acknowledged, at the version they made. */
function promisesOf(lines) {
  const asked = new Map(lines.filter(({ id }) => id).map((line) => [line.key, line]));
  return lines
    .filter(({ id, status }) => !id && status === 200)
    .map(({ key, version }) => ({ ...asked.get(key), version }));
}

/** `{ type, news }` of a body; nothing of one that cannot be read. */
function readBody(text) {
  try {
    const { type, data } = JSON.parse(text);
    return { type, news: newsOf(type, data) };
  } catch {
    return {};
  }
}

/** What happened, whoever tells it and however often. */
const newsOf = (topic, { id, version }) => `${topic} ${plain(id)} ${version ?? ''}`;

const plain = (id) => String(id).replaceAll('-', '');

/** The values of `key` that stand beside more than one value of `other`. */
function differing(list, key, other) {
  const seen = new Map();
  for (const each of list) seen.set(each[key], (seen.get(each[key]) ?? new Set()).add(each[other]));
  return [...seen].filter(([name, others]) => name !== undefined && others.size > 1).map(([name]) => name);
}
