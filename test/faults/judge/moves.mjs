// The clients' journal against the log: every promise kept exactly once, and nothing there that nobody was promised.

const mostExamples = 5;

/**
 * `journal`: lines of `{ key, id, version, to }` and of `{ key, status, version }`; `log`: rows `{ id, version, seq, stage }`; `rows`:
 * opportunities `{ id, version, lastSeq, stage }`. Ids are lower-case hex. Gives counts that must be 0, with examples.
 */
export function judgeMoves({ journal, log, rows }) {
  const { promises, pending } = readJournal(journal);
  const entries = groupBy(log, ({ id }) => id);
  const faults = { lost: [], doubled: [], unclaimed: [], skipped: [] };
  const fault = (kind, sentence) => faults[kind].push(sentence);

  for (const { id, version, lastSeq, stage } of rows) {
    const own = (entries.get(id) ?? []).sort((a, b) => a.version - b.version);
    const claims = groupBy(promises.get(id) ?? [], (promise) => promise.version);
    const maybe = new Set((pending.get(id) ?? []).map((asked) => `${asked.version + 1} ${asked.to}`));
    const logged = new Map(own.map((entry) => [entry.version, entry]));

    for (const [at, [promise, ...others]] of claims) {
      if (logged.get(at)?.stage !== promise.to)
        fault('lost', `${promise.key}: version ${at} of ${id} is not in the log`);
      for (const other of others) fault('doubled', `${other.key} and ${promise.key} were both promised ${at} of ${id}`);
    }
    for (const entry of own) {
      const isClaimed = entry.seq === 1 || claims.has(entry.version) || maybe.has(`${entry.version} ${entry.stage}`);
      if (!isClaimed) fault('unclaimed', `version ${entry.version} of ${id} was promised to nobody`);
    }
    const isWhole =
      own.length === version &&
      lastSeq === version &&
      own.every((entry, place) => entry.version === place + 1 && entry.seq === place + 1) &&
      own.at(-1)?.stage === stage;
    if (!isWhole) fault('skipped', `${id} is at version ${version} with ${own.length} entries in the log`);
  }

  const counts = Object.fromEntries(Object.entries(faults).map(([kind, sentences]) => [kind, sentences.length]));
  const examples = Object.values(faults).flatMap((sentences) => sentences.slice(0, mostExamples));
  return { promised: [...promises.values()].reduce((sum, list) => sum + list.length, 0), ...counts, examples };
}

/** What was promised and what stayed without an answer, by opportunity. */
function readJournal(lines) {
  const asked = new Map();
  const kept = [];
  for (const line of lines) {
    if (line.id) asked.set(line.key, { ...line, id: plain(line.id), to: plain(line.to) });
    else if (line.status === 200) kept.push({ ...asked.get(line.key), version: line.version });
    if (!line.id) asked.delete(line.key);
  }
  return { promises: groupBy(kept, ({ id }) => id), pending: groupBy([...asked.values()], ({ id }) => id) };
}

const plain = (id) => id.replaceAll('-', '');

function groupBy(list, keyOf) {
  const groups = new Map();
  for (const each of list) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}
