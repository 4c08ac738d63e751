// Whose clock counts: what people do is stamped by the computer they reached, what falls due by the database alone.

/** A clock that is wrong is wrong by more, and no answer is repeated for longer. */
const noticedMs = 75_000;
/** What the worker takes to ask the database what time it is. */
const nearMs = 2_000;

/**
 * `journal`: the clients' lines; `log`: rows `{ id, version, recordedAt }`; `stamps`: `{ what, first, last }` of what workers wrote
 * between `since` and `until`, on the database's clock. Gives how many moves bear a wrong time, and the kinds of stamps that do.
 */
export function judgeClocks({ journal, log, stamps, since, until }) {
  const recorded = new Map(log.map(({ id, version, recordedAt }) => [`${id} ${version}`, recordedAt.getTime()]));
  const asked = new Map(journal.filter(({ id }) => id).map(({ key, id }) => [key, id.replaceAll('-', '')]));
  const aheadMs = journal
    .filter(({ id, status }) => !id && status === 200)
    .map(({ key, version, acked }) => recorded.get(`${asked.get(key)} ${version}`) - acked);
  const strange = stamps.filter(({ first, last }) => first < since - nearMs || last > until.getTime() + nearMs);
  return {
    ahead: aheadMs.filter((ms) => ms > noticedMs).length,
    behind: aheadMs.filter((ms) => ms < -noticedMs).length,
    stamps: stamps.length,
    strange: strange.length,
    examples: strange.map(({ what, first, last }) => `${what}: from ${first.toISOString()} to ${last.toISOString()}`),
  };
}
