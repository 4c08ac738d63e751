// Agendas and letters: every one that fell due is there once, and no letter came twice without saying so.

/**
 * `series`: `{ key, members }`; `agendas`: `{ key, date, letters }`; `letters`: `{ messageId, state, maybeDuplicate }`; `taken`: how
 * often the mail server took each message id. Gives counts that must be 0, with examples.
 */
export function judgeMeetings({ series, agendas, letters, taken }) {
  const examples = [];
  const found = (list, sentence) => {
    examples.push(...list.slice(0, 5).map(sentence));
    return list.length;
  };
  const ofEach = new Map(series.map(({ key }) => [key, agendas.filter((agenda) => agenda.key === key)]));
  const copies = ({ messageId }) => taken.get(messageId) ?? 0;
  const missed = series.filter(({ key }) => ofEach.get(key).length === 0);
  const twice = series.filter(
    ({ key }) => new Set(ofEach.get(key).map(({ date }) => date)).size < ofEach.get(key).length,
  );
  const unlettered = series.filter(({ key, members }) => ofEach.get(key).some((agenda) => agenda.letters !== members));
  const vanished = letters.filter((letter) => letter.state === 'sent' && copies(letter) === 0);
  const doubled = letters.filter((letter) => copies(letter) > (letter.maybeDuplicate ? 2 : 1));
  const states = {};
  for (const { state } of letters) states[state] = (states[state] ?? 0) + 1;
  return {
    agendas: agendas.length,
    letters: states,
    flagged: letters.filter(({ maybeDuplicate }) => maybeDuplicate).length,
    missed: found(missed, ({ key }) => `the agenda of ${key} was missed`),
    twice: found(twice, ({ key }) => `${key} has two agendas for one meeting`),
    unlettered: found(
      unlettered,
      ({ key, members }) => `the agenda of ${key} has not one letter for each of ${members}`,
    ),
    vanished: found(vanished, ({ messageId }) => `${messageId} counts as sent and never came`),
    doubled: found(doubled, (letter) => `${letter.messageId} came ${copies(letter)} times and does not say so`),
    examples,
  };
}
