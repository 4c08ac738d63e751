import { setImmediate as turn } from 'node:timers/promises';
import { undecodable, wrongEncoding } from '../import.errors';
import type { TextEncoding } from '../rules/guess-encoding';

/** Small enough that a slice and the rows in it are dealt with in some milliseconds. */
const sliceBytes = 64 * 1024;

/**
 * Text of a file, slice by slice: by the encoding that somebody said, else by its byte order mark where it has one, else strict
 * UTF-8; anything else is refused, never guessed. Between two slices everybody else who waits for this thread has a turn.
 */
export async function* decodeText(file: string, content: Uint8Array, said?: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(said ?? encodingOf(content), { fatal: true });
  const fault = () => (said ? undecodable(file, said) : wrongEncoding(file));
  for (let from = 0; from === 0 || from < content.length; from += sliceBytes) {
    if (from > 0) await turn();
    const isLast = from + sliceBytes >= content.length;
    yield textOf(() => decoder.decode(content.subarray(from, from + sliceBytes), { stream: !isLast }), fault);
  }
}

function textOf(decode: () => string, fault: () => Error): string {
  try {
    const text = decode();
    if (!text.includes('\0')) return text;
  } catch {
    // A byte that no text of this encoding has: the refusal below says what to do about it.
  }
  throw fault();
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
