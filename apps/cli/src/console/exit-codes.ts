import { ConfigFault } from '@tandem/config';
import { isConnectionFailure, isDenied } from '@tandem/database';
import { Problem } from '@tandem/kernel';

/** What a script reads from a command; `tandem --help` lists the same numbers. */
export const exitCodes = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  refused: 3,
  faultyFile: 4,
  unreachable: 5,
  someRowsRefused: 6,
  configuration: 78,
  /** As a shell names what Ctrl-C has ended. */
  stopped: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Wrong words on the command line. */
export class UsageFault extends Error {}

/** The exit code that tells a script what kind of failure it was. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof UsageFault) return exitCodes.usage;
  if (error instanceof ConfigFault || isDenied(error)) return exitCodes.configuration;
  if (error instanceof Problem) return codeOfProblem(error);
  return isConnectionFailure(error) ? exitCodes.unreachable : exitCodes.unexpected;
}

function codeOfProblem({ kind, code }: Problem): ExitCode {
  if (kind === 'unavailable') return exitCodes.unreachable;
  if (kind !== 'invalid') return exitCodes.refused;
  return code.startsWith('import.') ? exitCodes.faultyFile : exitCodes.usage;
}
