import type { LoggerService } from '@nestjs/common';

/** What the rooms of the product have to say goes to stderr, and only when it matters: stdout belongs to the result. */
export const errorLogger: LoggerService = {
  log: () => undefined,
  warn: (message: unknown) => say(message),
  error: (message: unknown, ...more: unknown[]) => {
    // What keeps the product from opening is thrown as well, and told once, by the command.
    if (more.at(-1) !== 'ExceptionHandler') say(message);
  },
};

const say = (message: unknown): void => void process.stderr.write(`${String(message)}\n`);
