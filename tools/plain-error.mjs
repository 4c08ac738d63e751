/** Something a person can mend: its message is shown alone, without a stack. */
export class PlainError extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Prints what went wrong and gives the exit code. Our own mistakes keep their stack. */
export function explain(error) {
  console.error(error instanceof PlainError ? `\n${error.message}\n` : error);
  return error.exitCode ?? 1;
}
