import { wrongEncoding } from '../import.errors';

/** Text of a file: by its byte order mark where it has one, else strict UTF-8; anything else is refused, never guessed. */
export function decodeText(file: string, content: Uint8Array): string {
  try {
    const text = new TextDecoder(encodingOf(content), { fatal: true }).decode(content);
    if (!text.includes('\0')) return text;
  } catch {
    // A byte that no UTF-8 text has: the refusal below says what to do about it.
  }
  throw wrongEncoding(file);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
