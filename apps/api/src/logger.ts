import type { LoggerService } from '@nestjs/common';
import type { Config } from '@tandem/config';
import { pino } from 'pino';

/** Lines of JSON; cookies and passwords never reach it because nothing logs requests whole. */
export function logger({ LOG_LEVEL }: Config): LoggerService {
  const log = pino({ level: LOG_LEVEL, timestamp: pino.stdTimeFunctions.isoTime });
  const line =
    (level: 'error' | 'warn' | 'info' | 'debug') =>
    (message: unknown, ...context: unknown[]) => {
      const where = typeof context.at(-1) === 'string' ? { context: context.at(-1) } : {};
      if (typeof message === 'object' && message !== null) log[level]({ ...where, ...serialized(message) });
      else log[level](where, String(message));
    };
  return { log: line('info'), error: line('error'), warn: line('warn'), debug: line('debug'), verbose: line('debug') };
}

function serialized(message: object): object {
  const { error, ...others } = message as { error?: unknown };
  return error instanceof Error ? { ...others, err: pino.stdSerializers.err(error) } : message;
}
