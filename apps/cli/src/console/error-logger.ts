import type { LoggerService } from '@nestjs/common';

/** What the rooms of the product have to say goes to stderr, and only when it matters: stdout belongs to the result. */
export const errorLogger: LoggerService = {
  log: () => undefined,
  warn: (message: unknown) => void process.stderr.write(`${String(message)}\n`),
  error: (message: unknown) => void process.stderr.write(`${String(message)}\n`),
};
