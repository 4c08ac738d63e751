// A folder whose database is kept from run to run, and the note beside it that says what is in it.
import { PlainError } from '../../../tools/plain-error.mjs';

export const noteName = 'bench.json';
/** Counts up when notes are written differently. */
const form = 1;
/** A disk of one's own begins with this. */
const ofTheSystem = ['lost+found'];
const count = (number) => number.toLocaleString('en-US');

/** What is written before anything is loaded: who finds it knows that loading was cut off. */
export const noteOfLoading = ({ size, days }) => ({ form, state: 'loading', size, days });

export const noteOfLoaded = (note, loaded) => ({ ...note, state: 'loaded', loaded });

/**
 * What a folder is good for, from the names in it and its note as text (null without one): `null` where it is to be filled, its note where
 * it holds what is wanted. Throws a sentence where it holds anything else.
 */
export function judgeFolder({ root, names, text, size, days }) {
  const found = names.filter((name) => !ofTheSystem.includes(name));
  if (found.length === 0) return null;
  const note = noteIn(text);
  if (note?.form !== form)
    throw new PlainError(`${root} holds something else: name an empty folder, or one that a benchmark has filled.`, 2);
  if (note.state !== 'loaded')
    throw new PlainError(
      `Loading was cut off in ${root}, and what is there is of no use: empty the folder and begin again.`,
      2,
    );
  if (note.size !== size || note.days !== days)
    throw new PlainError(
      `${root} holds ${count(note.size)} opportunities of ${count(note.days)} days, and not ${count(size)} of ${count(days)}: name another folder, or empty this one.`,
      2,
    );
  return note;
}

function noteIn(text) {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
