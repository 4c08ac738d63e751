/** Where a command speaks: results on stdout, everything about the work itself on stderr. */
export interface Screen {
  /** Whether one JSON document was asked for instead of words. */
  readonly json: boolean;
  /** A line of the result. */
  readonly print: (line: string) => void;
  /** The one document of `--json`. Bigints become text. */
  readonly document: (value: unknown) => void;
  /** A line about the work. */
  readonly note: (line: string) => void;
  /** How far long work has come; on a terminal one line that is written over, else a line every tenth. */
  readonly progress: (doing: string, done: number, total: number) => void;
}

export function screen({ json }: { json: boolean }): Screen {
  const { stdout, stderr } = process;
  let tenth = -1;
  return {
    json,
    print: (line) => void (json || stdout.write(`${line}\n`)),
    document: (value) => void stdout.write(`${JSON.stringify(value, textForBigint, 2)}\n`),
    note: (line) => void stderr.write(`${line}\n`),
    progress(doing, done, total) {
      if (stderr.isTTY) {
        stderr.write(`\r${doing} ${done} of ${total}${done >= total ? '\n' : ''}`);
        return;
      }
      const reached = total === 0 ? 10 : Math.floor((done * 10) / total);
      if (reached > tenth) stderr.write(`${doing} ${done} of ${total}\n`);
      tenth = reached;
    },
  };
}

const textForBigint = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);
