import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { configSchema } from './config.schema';

export type Config = Readonly<z.infer<typeof configSchema>>;

/** Injection token of the configuration. */
export const CONFIG = Symbol('config');

/** Thrown at boot with every fault at once; the process should end with exit code 78. */
export class ConfigFault extends Error {
  readonly exitCode = 78;
}

/** Reads the environment once; `NAME_FILE` stands for the content of a file, as container secrets do. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given: Record<string, string> = {};
  for (const name of Object.keys(configSchema.shape)) {
    const file = environment[`${name}_FILE`];
    const value = file ? readFileSync(file, 'utf8').trim() : environment[name];
    if (value !== undefined && value !== '') given[name] = value;
  }
  const read = configSchema.safeParse(given);
  if (!read.success)
    throw new ConfigFault(['The configuration has faults:', ...read.error.issues.map(faultOf)].join('\n'));
  if (read.data.MAIL_TRANSPORT === 'smtp' && !read.data.SMTP_URL) {
    throw new ConfigFault('The configuration has faults:\n  SMTP_URL: is needed when MAIL_TRANSPORT is smtp');
  }
  if (read.data.FAIL_POINTS.length > 0 && read.data.NODE_ENV === 'production') {
    throw new ConfigFault(
      'The configuration has faults:\n  FAIL_POINTS: kills the process on purpose and is for tests alone; it needs NODE_ENV=test',
    );
  }
  return read.data;
}

function faultOf(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0] ?? '');
  return `  ${name}: ${issue.code === 'invalid_type' ? 'is missing' : issue.message}`;
}
