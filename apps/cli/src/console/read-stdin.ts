import { UsageFault } from './exit-codes';

/** What another program pipes in; a person at a terminal would wait for ever. */
export async function readStdin(what: string, most: number): Promise<string> {
  if (process.stdin.isTTY) throw new UsageFault(`Pipe ${what} into this command.`);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of process.stdin as AsyncIterable<Buffer>) {
    // The rest is read and let go: a mail server whose pipe breaks would think that the mail was not taken.
    if (size < most) pieces.push(piece);
    size += piece.length;
  }
  return Buffer.concat(pieces).toString('utf8').slice(0, most);
}
