import fc from 'fast-check';
import { oddTexts } from './odd-values';

const anything = fc.string({ unit: 'binary', maxLength: 40 });

/** Texts that nobody would write: any character there is, known troublemakers, and both near what a reader expects. */
export const hostileText = (...expected: readonly string[]): fc.Arbitrary<string> => {
  const piece = fc.oneof(
    anything,
    fc.constantFrom(...oddTexts),
    fc.constantFrom(...expected),
    fc.constantFrom(...expected),
  );
  return fc.oneof(
    piece,
    fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
    nearly(expected),
  );
};

/** What is expected, with one character more, less or other. */
const nearly = (expected: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...expected),
      fc.nat(60),
      fc.nat(2),
      fc.constantFrom(...'0 19-.+:/"\'=?;,<>@\\\r\n\t\0é٣％ W'),
    )
    .map(([text, at, gone, sign]) => text.slice(0, at) + sign + text.slice(at + gone));

/** What makes a careless reader go back and forth, when there is much of it. */
const units = [
  ...`a 0-.@"<\\=\t漢é\0`,
  '😀',
  '\r\n',
  '\n ',
  ' \t',
  'a.',
  'a@',
  'a-',
  'a,',
  '"a',
  'a\n',
  '=?',
  '0.',
  '--x\r\n',
  '()',
  '..',
];

/**
 * Texts up to fifty kilobytes on which a reader takes more than 50 ms, with how long it took. They grow until one is too slow:
 * nobody waits for a reader that would not come back from a longer one.
 */
export async function slowOn(
  read: (text: string) => unknown,
  expected: readonly string[],
  most = 50,
): Promise<string[]> {
  const slow: string[] = [];
  for (const unit of [...units, ...expected.filter((text) => text !== '')]) {
    const found = await firstTooSlow(read, unit, most);
    if (found) slow.push(found);
  }
  return slow;
}

async function firstTooSlow(read: (text: string) => unknown, unit: string, most: number): Promise<string | null> {
  for (const length of [1_000, 8_000, 50_000]) {
    const body = unit.repeat(Math.ceil(length / unit.length));
    for (const text of [body, `${body}!`, `!${body}`, `a@${body}\0`]) {
      const milliseconds = await bestOfThree(() => read(text), most);
      if (milliseconds > most) return `${Math.round(milliseconds)} ms on ${length} of ${JSON.stringify(unit)}`;
    }
  }
  return null;
}

/** The best of at most three tries, in time of the processor: the machine does other things as well. */
async function bestOfThree(read: () => unknown, most: number): Promise<number> {
  let best = Infinity;
  for (let tries = 0; tries < 3 && best > most; tries++) {
    const since = process.cpuUsage();
    await read();
    best = Math.min(best, process.cpuUsage(since).user / 1000);
  }
  return best;
}
