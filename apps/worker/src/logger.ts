import { ConsoleLogger, type LoggerService, type LogLevel } from '@nestjs/common';
import type { Config } from '@tandem/config';

const levels: readonly LogLevel[] = ['verbose', 'debug', 'log', 'warn', 'error', 'fatal'];
const lowest: Readonly<Record<Config['LOG_LEVEL'], LogLevel | null>> = {
  trace: 'verbose',
  debug: 'debug',
  info: 'log',
  warn: 'warn',
  error: 'error',
  fatal: 'fatal',
  silent: null,
};

/** Lines of JSON from the configured level on; letters and addresses are never logged. */
export function logger({ LOG_LEVEL }: Config): LoggerService {
  const from = lowest[LOG_LEVEL];
  const logLevels = from === null ? [] : levels.slice(levels.indexOf(from));
  return new ConsoleLogger({ json: true, colors: false, logLevels: [...logLevels] });
}
