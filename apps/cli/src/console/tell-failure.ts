import { ConfigFault } from '@tandem/config';
import { isConnectionFailure, isDenied } from '@tandem/database';
import { Problem } from '@tandem/kernel';
import { exitCodeOf, UsageFault, type ExitCode } from './exit-codes';
import type { Screen } from './screen';

/** Says what went wrong in one sentence, as a problem document with `--json`, and gives the exit code. */
export function tellFailure(error: unknown, { json, document, note }: Screen): ExitCode {
  const { code, detail, facts } = described(error);
  if (json) document({ problem: { code, detail, facts } });
  note(detail);
  return exitCodeOf(error);
}

function described(error: unknown): Pick<Problem, 'code' | 'detail' | 'facts'> {
  if (error instanceof Problem) return error;
  if (error instanceof UsageFault) return { code: 'cli.usage', detail: error.message, facts: {} };
  if (error instanceof ConfigFault) return { code: 'cli.configuration', detail: error.message, facts: {} };
  if (isDenied(error)) {
    const detail = `The database refuses this user (${(error as Error).message}). Are name, password and database in DATABASE_URL right? Whoever migrates needs DATABASE_OWNER_URL, the owner of the tables.`;
    return { code: 'cli.denied', detail, facts: {} };
  }
  if (isConnectionFailure(error)) {
    const detail = `The database or Redis cannot be reached (${(error as Error).message}). Is it running, and are DATABASE_URL and REDIS_URL right?`;
    return { code: 'cli.unreachable', detail, facts: {} };
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 'cli.unexpected', detail, facts: {} };
}
