import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { UsageFault } from './exit-codes';

/** A password from stdin, or typed unseen on a terminal; never from the arguments, which others on the machine can read. */
export async function readSecret(fromStdin: boolean): Promise<string> {
  if (fromStdin) return firstLineOf(process.stdin);
  if (!process.stdin.isTTY)
    throw new UsageFault('Nobody can be asked for the password here: give it on stdin with --password-stdin.');
  process.stderr.write('Password: ');
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asked = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    return await asked.question('');
  } finally {
    asked.close();
    process.stderr.write('\n');
  }
}

async function firstLineOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const piece of stream) text += String(piece);
  return text.split(/\r?\n/)[0] ?? '';
}
