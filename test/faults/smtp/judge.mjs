// The letters of one mode, as the database tells of them, against what the mail server took.
import { isRefused } from './modes.mjs';

/**
 * `letters`: `{ messageId, to, state, maybeDuplicate }`; `taken`: `{ id, to, again }` in order; `expected`: how many letters there
 * must be; `attendees`: who may get one; `struck`: ids of letters that were on their way when a worker was killed.
 * Gives counts that must be 0, with examples.
 */
export function judgeLetters({ mode, letters, taken, expected, attendees, struck }) {
  const examples = [];
  const found = (list, sentence) => {
    examples.push(...list.slice(0, 3).map(sentence));
    return list.length;
  };
  const copies = new Map(letters.map(({ messageId }) => [messageId, []]));
  const strange = taken.filter(({ id, to }) => !copies.has(id) || !attendees.has(to));
  for (const each of taken) copies.get(each.id)?.push(each);
  const of = ({ messageId }) => copies.get(messageId);
  const isOver = ({ state, maybeDuplicate }) =>
    state === 'sent' || state === 'failed' || (state === 'uncertain' && maybeDuplicate);
  const mayBeOpen = ({ messageId }) => mode.open || struck.has(messageId);
  const name = ({ messageId, to, state }) =>
    `${messageId} to ${to}, ${state}, taken ${copies.get(messageId).length} times`;
  return {
    letters: letters.length,
    copies: taken.length,
    extra: letters.reduce((sum, letter) => sum + Math.max(0, of(letter).length - 1), 0),
    flagged: letters.filter(({ maybeDuplicate }) => maybeDuplicate).length,
    failed: letters.filter(({ state }) => state === 'failed').length,
    faults: {
      lacking: Math.abs(expected - letters.length),
      unfinished: found(
        letters.filter((letter) => !isOver(letter)),
        (one) => `not over: ${name(one)}`,
      ),
      missing: found(
        letters.filter(
          (letter) => of(letter).length === 0 && !(letter.state === 'failed' && isRefused(mode.name, letter.to)),
        ),
        (one) => `missing: ${name(one)}`,
      ),
      takenAndFailed: found(
        letters.filter((letter) => letter.state === 'failed' && of(letter).length > 0),
        (one) => `failed though taken: ${name(one)}`,
      ),
      unflagged: found(
        letters.filter((letter) => of(letter).length > 1 && !letter.maybeDuplicate),
        (one) => `came twice and does not say so: ${name(one)}`,
      ),
      tooMany: found(
        letters.filter((letter) => of(letter).length > 2),
        (one) => `more than one extra: ${name(one)}`,
      ),
      needless: found(
        letters.filter((letter) => of(letter).length > 1 && !mayBeOpen(letter)),
        (one) => `came twice although nothing was left open: ${name(one)}`,
      ),
      unmarked: found(
        letters.filter((letter) =>
          of(letter)
            .slice(1)
            .some(({ again }) => again === null),
        ),
        (one) => `the second copy does not say that it is one: ${name(one)}`,
      ),
      misdirected: found(
        letters.filter((letter) => of(letter).some(({ to }) => to !== letter.to)),
        (one) => `went to somebody else: ${name(one)}`,
      ),
      strange: found(strange, ({ id, to }) => `nobody's letter: ${id} to ${to}`),
    },
    examples,
  };
}
