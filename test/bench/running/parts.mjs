// What of a run is wanted: what it stands on and is not there yet is made first.
import { PlainError } from '../../../tools/plain-error.mjs';

const letters = 'abcdef';
const words = { load: '', rebuild: '', questions: letters, pages: 'p', moves: 'm' };

/** `load`, `rebuild`, `questions`, `pages`, `moves` or letters, with commas: `{ rebuild, questions, pages, moves }`. Loading always belongs to it. */
export function readParts(text) {
  const named = text.split(',').map((part) => part.trim());
  const odd = named.find((part) => !(part in words) && !/^[a-fmp]+$/.test(part));
  if (odd !== undefined)
    throw new PlainError(`"${odd}" is no part: say load, rebuild, questions, pages, moves, or letters such as cdm.`, 2);
  const wanted = new Set(named.flatMap((part) => [...(words[part] ?? part)]));
  return {
    rebuild: named.some((part) => part !== 'load'),
    questions: [...letters].filter((letter) => wanted.has(letter)),
    pages: wanted.has('p'),
    moves: wanted.has('m'),
  };
}
